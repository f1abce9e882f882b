/** The icons that phones and installers ask for, drawn from the one that browsers show. */
import { Resvg } from '@resvg/resvg-js';

/** Pixels of each icon's side, by its file. */
const iconSizes = { 'apple-touch-icon.png': 180, 'icon-192.png': 192, 'icon-512.png': 512 } as const;

/** The icons as PNG, on a ground of their own: what is transparent would be black on some phones. */
export const iconPngs = (favicon: string): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries(iconSizes).map(([name, size]) => [
      name,
      new Resvg(favicon.replace(/<style>.*?<\/style>/s, '<style>.a{fill:#ffc233}.h{fill:#fff1cc}.d{fill:#5a5d64}</style>'), {
        background: '#0e0f11',
        fitTo: { mode: 'width', value: size },
      })
        .render()
        .asPng(),
    ]),
  );
