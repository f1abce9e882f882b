/** Makes a picture small: its colours brought down to a palette of 256 (PNG, RFC 2083). */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** The chunks' types and data, in order. */
const chunksOf = (png) => {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return chunks;
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Section 6.6: whichever neighbour is nearest to left + above - corner. */
const paeth = (left, above, corner) => {
  const [byLeft, byAbove, byCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};

const predictions = [() => 0, (left) => left, (_, above) => above, (left, above) => (left + above) >> 1, paeth];

/** The bytes of all rows, their filters undone (section 6). */
const unfilter = (data, height, stride, depth) => {
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const predict = predictions[data[y * (stride + 1)]];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= depth ? rows[at - depth] : 0;
      const above = y > 0 ? rows[at - stride] : 0;
      const corner = x >= depth && y > 0 ? rows[at - stride - depth] : 0;
      rows[at] = data[y * (stride + 1) + 1 + x] + predict(left, above, corner);
    }
  }
  return rows;
};

/** The picture's size and its pixels, a number each: red, green and blue. Only 8 bits a sample, no interlacing, as Chromium and resvg write. */
const decode = (png) => {
  const chunks = chunksOf(png);
  const [, header] = chunks[0];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = header[9] === 6 ? 4 : 3;
  if (header[8] !== 8 || (header[9] !== 2 && header[9] !== 6) || header[12] !== 0)
    throw new Error('not a PNG of a kind that is known here');
  const data = inflateSync(Buffer.concat(chunks.filter(([type]) => type === 'IDAT').map(([, bytes]) => bytes)));
  const bytes = unfilter(data, height, width * depth, depth);
  const pixels = Uint32Array.from({ length: width * height }, (_, index) => bytes.readUIntBE(index * depth, 3));
  return { width, height, pixels };
};

const distance = (one, other) =>
  ((one >> 16) - (other >> 16)) ** 2 + (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((one & 255) - (other & 255)) ** 2;

/** The colours that most pixels have, and for each colour of the picture the nearest of those: shades between text and ground move a little. */
const paletteOf = (pixels) => {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byUse = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one) || one - other);
  const palette = byUse.slice(0, COLOURS);
  const nearest = (colour) =>
    palette.reduce((best, each, index) => (distance(each, colour) < distance(palette[best], colour) ? index : best), 0);
  const places = new Map(byUse.map((colour, index) => [colour, index < COLOURS ? index : nearest(colour)]));
  return { palette, places };
};

/** The same picture with at most 256 colours. */
export const shrink = (png) => {
  const { width, height, pixels } = decode(png);
  const { palette, places } = paletteOf(pixels);
  const header = Buffer.from(chunksOf(png)[0][1]);
  header[9] = 3;
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => {
    colours.writeUIntBE(colour, index * 3, 3);
  });
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((pixel, index) => {
    rows[index + Math.floor(index / width) + 1] = places.get(pixel);
  });
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
};
