/** Where the site begins, whatever page of it this is. */

/** The folder of the manifest, as an address that ends in a slash. */
export const siteRoot = (): string =>
  new URL('./', document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? location.href).href;
