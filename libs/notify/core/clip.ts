/** Cuts between characters, never within one: the first `count` of them and an ellipsis. */
export function clip(text: string, count: number): string {
  const characters = [...text];
  return characters.length <= count ? text : `${characters.slice(0, count).join('')}…`;
}

export const characters = (text: string): number => [...text].length;

/** Bytes of UTF-8: 1 below U+0080, 2 below U+0800, 4 beyond the basic plane (Chinese is 3). */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The largest of 0…max for which it still fits; -1 when not even 0 does. What fits must go on fitting below. */
export function largestFitting(max: number, fits: (count: number) => boolean): number {
  let low = -1;
  let high = max;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
