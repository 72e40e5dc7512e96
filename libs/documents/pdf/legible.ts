/** A range of characters that a font has, both ends included. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** The full-Unicode map of an OpenType font: platform 3 (Windows), encoding 10, format 12. */
const [WINDOWS, FULL_UNICODE, SEGMENTED] = [3, 10, 12];

/** Which characters a font can show, by its `cmap` table (OpenType 1.9, "cmap"). */
export function charactersOf(font: Buffer): (codePoint: number) => boolean {
  const ranges = rangesIn(font, fullMapIn(font, tableNamed(font, 'cmap')));
  return (codePoint) => isIn(ranges, codePoint);
}

function tableNamed(font: Buffer, wanted: string): number {
  const count = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16)
    if (font.toString('latin1', at, at + 4) === wanted) return font.readUInt32BE(at + 8);
  throw new Error(`the font has no table ${wanted}`);
}

function fullMapIn(font: Buffer, cmap: number): number {
  const count = font.readUInt16BE(cmap + 2);
  for (let at = cmap + 4; at < cmap + 4 + 8 * count; at += 8) {
    const map = cmap + font.readUInt32BE(at + 4);
    const [platform, encoding] = [font.readUInt16BE(at), font.readUInt16BE(at + 2)];
    if (platform === WINDOWS && encoding === FULL_UNICODE && font.readUInt16BE(map) === SEGMENTED)
      return map;
  }
  throw new Error('the font has no full-Unicode map');
}

function rangesIn(font: Buffer, map: number): Range[] {
  const count = font.readUInt32BE(map + 12);
  return Array.from({ length: count }, (_, index) => {
    const at = map + 16 + 12 * index;
    return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) };
  });
}

/** Ranges are in order. */
function isIn(ranges: readonly Range[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { first = 0, last = 0 } = ranges[middle] ?? {};
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]|(?!\n)\p{Cc}/gu;

/**
 * A text as this font can print it: what is not to be seen is left out, and a character that the font lacks is named by
 * its number (`[U+1F600]`), so that nothing disappears without a trace.
 */
export const legible = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.replaceAll('\t', ' ').replaceAll(INVISIBLE, '')]
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (character === '\n' || has(codePoint)) return character;
      return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
