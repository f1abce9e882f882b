/** Modules that no file holds. */

/** Made at build by site/listings.ts. */
declare module 'virtual:listings' {
  export const listings: readonly import('./os/listing.ts').Listing[];
}
