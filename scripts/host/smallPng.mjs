/** Makes a screenshot small: its 256 most frequent colours as a palette, as strongly compressed as PNG allows. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/**
 * @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced, as browsers write screenshots; opacity is dropped
 * @returns {Buffer} a PNG with a palette; a colour that is not in it became the nearest that is
 */
export function smallPng(png) {
  const { width, height, channels, pixels } = decode(png);
  const indexes = Buffer.alloc(height * (width + 1));
  const palette = frequentColours(pixels, channels);
  /** @type {Map<number, number>} */
  const known = new Map(palette.map((colour, i) => [colour, i]));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(pixels, (y * width + x) * channels);
      let index = known.get(colour);
      if (index === undefined) {
        index = nearest(palette, colour);
        known.set(colour, index);
      }
      indexes[y * (width + 1) + 1 + x] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(indexes, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

/** @param {Buffer} pixels @param {number} at */
function colourAt(pixels, at) {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

/** @param {Buffer} pixels @param {number} channels */
function frequentColours(pixels, channels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostColours)
    .map(([colour]) => colour);
}

/** @param {readonly number[]} palette @param {number} colour */
function nearest(palette, colour) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((each, i) => {
    const [r, g, b] = [16, 8, 0].map((shift) => ((each >> shift) & 255) - ((colour >> shift) & 255));
    const distance = (r ?? 0) ** 2 + (g ?? 0) ** 2 + (b ?? 0) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** @param {Buffer} png */
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || (png[25] !== 2 && png[25] !== 6) || png[28] !== 0) throw new Error('not a PNG of a screenshot');
  const data = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels) };
}

/** Undoes the filter of each line (PNG 1.2, section 6). @param {Buffer} raw @param {number} stride @param {number} channels */
function unfiltered(raw, stride, channels) {
  const lines = raw.length / (stride + 1);
  const pixels = Buffer.alloc(lines * stride);
  for (let y = 0; y < lines; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? (pixels[at - channels] ?? 0) : 0;
      const up = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (pixels[at - stride - channels] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return pixels;
}

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
}
