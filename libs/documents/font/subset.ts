import type { Font } from './sfnt.js';

/** What is needed to draw outlines and to set them; what would swap glyphs for others (GSUB) and hints are left out. */
const KEPT = ['GPOS', 'OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];
const TRUETYPE = 0x00010000;

/**
 * A font file with the outlines of these characters alone, numbered as they were. A renderer that reads the font again
 * for each line of type takes a fiftieth of the time with it.
 */
export function subsetOf(font: Font, characters: Iterable<string>): Buffer {
  const outlines = outlinesOf(font);
  const glyphs = new Set([0]);
  for (const character of characters)
    addWithParts(glyphs, outlines, font.glyphOf(character.codePointAt(0) ?? 0));
  const kept = Array.from({ length: outlines.count }, (_, glyph) =>
    glyphs.has(glyph) ? outlines.of(glyph) : Buffer.alloc(0),
  );
  const tables = [
    ...KEPT.map((name) => ({ name, content: font.table(name) })),
    { name: 'glyf', content: Buffer.concat(kept) },
    { name: 'loca', content: placesOf(kept) },
  ];
  return fileOf(tables);
}

interface Outlines {
  readonly count: number;
  readonly of: (glyph: number) => Buffer;
}

function outlinesOf(font: Font): Outlines {
  const [places, outlines] = [font.table('loca'), font.table('glyf')];
  const IS_LONG = 50;
  if (font.table('head').readInt16BE(IS_LONG) !== 1) throw new Error('the font has short places');
  return {
    count: places.length / 4 - 1,
    of: (glyph) =>
      outlines.subarray(places.readUInt32BE(4 * glyph), places.readUInt32BE(4 * glyph + 4)),
  };
}

function addWithParts(glyphs: Set<number>, outlines: Outlines, glyph: number): void {
  if (glyphs.has(glyph)) return;
  glyphs.add(glyph);
  for (const part of partsOf(outlines.of(glyph))) addWithParts(glyphs, outlines, part);
}

/** Flags of a part of a glyph that is made of others ("glyf", composite glyph description). */
const [WORDS, SCALE, MORE, TWO_SCALES, FOUR_SCALES] = [0x1, 0x8, 0x20, 0x40, 0x80];

function partsOf(outline: Buffer): number[] {
  const isMade = outline.length > 0 && outline.readInt16BE(0) < 0;
  const parts: number[] = [];
  for (let at = 10, more = isMade; more;) {
    const flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    more = (flags & MORE) !== 0;
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & FOUR_SCALES) !== 0) at += 8;
  }
  return parts;
}

function placesOf(outlines: readonly Buffer[]): Buffer {
  const places = Buffer.alloc(4 * (outlines.length + 1));
  let place = 0;
  for (const [glyph, { length }] of outlines.entries()) {
    place += length;
    places.writeUInt32BE(place, 4 * (glyph + 1));
  }
  return places;
}

/** Tables begin at multiples of four; nobody who draws reads their checksums. */
function fileOf(tables: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const sorted = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(TRUETYPE, 0);
  head.writeUInt16BE(sorted.length, 4);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (const [index, { name, content }] of sorted.entries()) {
    head.write(name.padEnd(4), 12 + 16 * index, 'latin1');
    head.writeUInt32BE(at, 12 + 16 * index + 8);
    head.writeUInt32BE(content.length, 12 + 16 * index + 12);
    const padding = Buffer.alloc((4 - (content.length % 4)) % 4);
    parts.push(content, padding);
    at += content.length + padding.length;
  }
  return Buffer.concat(parts);
}
