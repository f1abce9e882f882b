/** What one build of the site knows, once its settings are known and its data is checked. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedConfig } from 'vite';
import type { Resume } from '../../data/types.ts';
import { bundleAlone } from './bundle-alone.ts';
import { errorWithoutStack, faultMessage } from './check/report.ts';
import { siteAddress } from './pages/head.ts';
import { type SitePage, sitePages } from './pages/pages.ts';
import { fill, type Slots, slotsOf, variant } from './pages/template.ts';
import { type TranslatedFile, translatedFiles } from './pages/translated.ts';
import { contentSecurityPolicy } from './policy.ts';

/** A build; `settle` comes first, then `bundleEarly`. */
export class SiteBuild {
  readonly resume: Resume;
  /** Whether it is the development server, which puts its own scripts into the page. */
  isServed = false;
  /** As Vite has it: `./` for relative addresses, or a path. */
  base = './';
  /** The site's own address; undefined where it is not known. */
  address: string | undefined;
  pages: readonly SitePage[] = [];
  /** The icon that browsers show, as SVG. */
  favicon = '';
  /** The inline script. */
  early = '';
  /** Its hash, as a policy names it (CSP 3). */
  hash = '';
  /** What is seen first, in the other languages. */
  translated: readonly TranslatedFile[] = [];

  #template = '';

  constructor(resume: Resume) {
    this.resume = resume;
  }

  /** Takes over the settings; throws if the data or the settings have mistakes. */
  settle({ command, base, root, publicDir }: Pick<ResolvedConfig, 'command' | 'base' | 'root' | 'publicDir'>): void {
    this.isServed = command === 'serve';
    this.base = base;
    const faults = faultMessage(this.resume);
    if (faults !== undefined) throw errorWithoutStack(faults);
    const { picture } = this.resume.person;
    if (picture !== undefined && !existsSync(join(publicDir, picture)))
      throw errorWithoutStack(
        `the picture of the person is not there: public/${picture}. Put it there, or correct its name in data/resume.ts.`,
      );
    this.address = siteAddress(this.resume.site);
    this.pages = sitePages(this.resume);
    this.favicon = readFileSync(join(publicDir, 'favicon.svg'), 'utf8');
    this.#template = readFileSync(join(root, 'index.html'), 'utf8');
  }

  async bundleEarly(): Promise<void> {
    // The development server has no files of a build.
    if (!this.isServed) this.translated = await translatedFiles(this.resume, this.#template);
    const files = Object.fromEntries(this.translated.map(({ language, name }) => [language, name]));
    this.early = await bundleAlone('../browser/arrival/early.ts', { __TRANSLATED__: JSON.stringify(files) });
    this.hash = `sha256-${createHash('sha256').update(this.early).digest('base64')}`;
  }

  /** The whole résumé's page. */
  get home(): SitePage {
    return this.pages[0] as SitePage;
  }

  /** The pages of the entries. */
  get entries(): readonly SitePage[] {
    return this.pages.slice(1);
  }

  /** The policy as the value of a header or a `meta` element. */
  get policy(): string {
    return contentSecurityPolicy(this.hash).join('; ');
  }

  /** The template as the home page. */
  fillHome(html: string): string {
    return fill(html, this.#slots(this.home));
  }

  /** An entry's page, made from the built home page. */
  entryHtml(page: SitePage, home: string): string {
    return variant(home, this.#slots(this.home), page, this.#slots(page));
  }

  #slots(page: SitePage): Slots {
    return slotsOf(page, this.resume, this.address);
  }
}
