/** What a screenshot shows, and whether text can be told from its ground. */
import type { Browser, Page } from 'playwright-core';

/** A picture as a canvas has it: four bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Decodes a PNG. */
export const decodePng = async (browser: Browser, png: Buffer): Promise<Picture> => {
  const page = await browser.newPage();
  const [width, height, bytes] = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let binary = '';
    for (let at = 0; at < data.length; at += 32_768) binary += String.fromCharCode(...data.subarray(at, at + 32_768));
    return [canvas.width, canvas.height, btoa(binary)] as const;
  }, png.toString('base64'));
  await page.close();
  return { width, height, data: new Uint8ClampedArray(Buffer.from(bytes, 'base64')) };
};

/** Pixels of each colour, by `r,g,b`. */
export const coloursOf = ({ data }: Picture): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
};

/** The spans of the terminal that are painted with less contrast than `least`, as WCAG 1.4.3 reckons it; and how many were looked at. */
export const paleSpans = (page: Page, least: number): Promise<{ readonly seen: number; readonly pale: readonly string[] }> =>
  page.evaluate((bound) => {
    const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = channels(getComputedStyle(document.body).backgroundColor);
    const pale: string[] = [];
    let seen = 0;
    for (const span of document.querySelectorAll('.xterm-rows span')) {
      // Guides behind a chart are ornament, not text (WCAG 1.4.3, pure decoration).
      if (!/[^\s\u00a0▏]/.test(span.textContent ?? '')) continue;
      seen++;
      const { color, backgroundColor, opacity } = getComputedStyle(span);
      const own = channels(backgroundColor);
      const one = luminance(channels(color));
      const other = luminance(own[3] === 0 ? ground : own);
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (ratio < bound || opacity !== '1') pale.push(`${span.textContent} ${ratio.toFixed(2)} ${span.className}`);
    }
    return { seen, pale };
  }, least);
