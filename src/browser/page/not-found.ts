/** On the page for an address that does not exist: names the address, and the page that was probably meant. */
import { nearest } from '../../app/nearest.ts';

const links = [...document.querySelectorAll<HTMLAnchorElement>('.pages a')];
const lastPart = (path: string): string => decodeURI(path).replace(/\/+$/, '').replace(/^.*\//, '');

const names = new Map(links.map(({ pathname, href }) => [lastPart(pathname), href]));
const complaint = document.querySelector('#complaint code');
const meant = document.getElementById('meant');
const link = meant?.querySelector('a');

try {
  const asked = lastPart(location.pathname);
  if (complaint) complaint.textContent = `cd: ${decodeURI(location.pathname)}: No such file or directory`;
  const name = names.has(asked) ? asked : nearest(asked, [...names.keys()]);
  const href = name === undefined ? undefined : names.get(name);
  if (meant && link && name !== undefined && href !== undefined) {
    link.href = href;
    link.textContent = name;
    meant.hidden = false;
  }
} catch {
  // An address that is no text is not worth naming: what the page says stands.
}
