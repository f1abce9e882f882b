/** Modules that no file holds. */

/** Made at build by site/listings.ts. */
declare module 'virtual:listings' {
  export const listings: readonly import('./os/listing.ts').Listing[];
}

/** Cuts a font to what a text needs (npm: subset-font). */
declare module 'subset-font' {
  export default function subsetFont(font: Uint8Array, text: string, options: { targetFormat: 'truetype' | 'woff2' }): Promise<Uint8Array>;
}
