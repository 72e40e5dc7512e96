/** An OpenType font as a file of tables (OpenType 1.9). */
export interface Font {
  /** The contents of a table. Throws when the font has none of that name. */
  readonly table: (name: string) => Buffer;
  /** The glyph of a character; 0 when the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** How far a character moves the pen on, as a share of the size of the type. */
  readonly advanceOf: (codePoint: number) => number;
}

/** Characters that follow each other, as do their glyphs; both ends included. */
interface Range {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/** The full-Unicode map: platform 3 (Windows), encoding 10, format 12. */
const [WINDOWS, FULL_UNICODE, SEGMENTED] = [3, 10, 12];

export function openFont(file: Buffer): Font {
  const table = (name: string): Buffer => tableNamed(file, name);
  const ranges = rangesIn(fullMapIn(table('cmap')));
  const glyphOf = (codePoint: number): number => glyphIn(ranges, codePoint);
  const advance = advancesIn(table('hhea'), table('hmtx'));
  const unitsPerEm = table('head').readUInt16BE(18);
  return {
    ...{ table, glyphOf },
    advanceOf: (codePoint) => advance(glyphOf(codePoint)) / unitsPerEm,
  };
}

/** Glyphs beyond the last entry are as wide as that one ("hmtx"). */
function advancesIn(head: Buffer, metrics: Buffer): (glyph: number) => number {
  const last = head.readUInt16BE(34) - 1;
  return (glyph) => metrics.readUInt16BE(4 * Math.min(glyph, last));
}

function tableNamed(file: Buffer, wanted: string): Buffer {
  const count = file.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (file.toString('latin1', at, at + 4) !== wanted) continue;
    const from = file.readUInt32BE(at + 8);
    return file.subarray(from, from + file.readUInt32BE(at + 12));
  }
  throw new Error(`the font has no table ${wanted}`);
}

function fullMapIn(cmap: Buffer): Buffer {
  const count = cmap.readUInt16BE(2);
  for (let at = 4; at < 4 + 8 * count; at += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(at + 4));
    const [platform, encoding] = [cmap.readUInt16BE(at), cmap.readUInt16BE(at + 2)];
    if (platform === WINDOWS && encoding === FULL_UNICODE && map.readUInt16BE(0) === SEGMENTED)
      return map;
  }
  throw new Error('the font has no full-Unicode map');
}

function rangesIn(map: Buffer): Range[] {
  return Array.from({ length: map.readUInt32BE(12) }, (_, index) => {
    const at = 16 + 12 * index;
    const [first, last] = [map.readUInt32BE(at), map.readUInt32BE(at + 4)];
    return { first, last, glyph: map.readUInt32BE(at + 8) };
  });
}

/** Ranges are in order. */
function glyphIn(ranges: readonly Range[], codePoint: number): number {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { first = 0, last = 0, glyph = 0 } = ranges[middle] ?? {};
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return glyph + codePoint - first;
  }
  return 0;
}
