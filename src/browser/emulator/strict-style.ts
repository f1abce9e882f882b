/** Lets xterm's renderer work under `style-src 'self'`: the styles that it injects go through the CSS object model. */

/** Takes the place of a `<style>` element: its text feeds a constructed style sheet. Inserting a real one would violate the policy. */
const createStyleProxy = (createElement: typeof document.createElement): HTMLElement => {
  const proxy = createElement.call(document, 'meta');
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  Object.defineProperty(proxy, 'textContent', {
    get: () => '',
    set: (css: string) => sheet.replaceSync(css),
  });
  const remove = proxy.remove.bind(proxy);
  proxy.remove = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    remove();
  };
  return proxy;
};

/** Installs both replacements for the life of the page; call it before the terminal is made. */
export const installStrictStyles = (): void => {
  const { createElement } = document;
  document.createElement = ((name: string, options?: ElementCreationOptions) =>
    name.toLowerCase() === 'style' ? createStyleProxy(createElement) : createElement.call(document, name, options)) as typeof createElement;

  const { setAttribute } = HTMLSpanElement.prototype;
  HTMLSpanElement.prototype.setAttribute = function (this: HTMLSpanElement, name: string, value: string): void {
    if (name === 'style') this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
};

/** Whether the browser can do without inline styles (constructed style sheets). */
export const canBeStrict = (): boolean => 'adoptedStyleSheets' in document;
