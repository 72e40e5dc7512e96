/** A piece of a text; `hit` when it is one of the words that were looked for. Safe to show: it is plain text. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** So many characters stand before the first hit of a text that is too long to be shown whole. */
const LEAD = 20;

/** The beginning of a text, or the surroundings of its first hit, in pieces. */
export function markWords(text: string, words: readonly string[], most: number): Piece[] {
  const hits = hitsIn(text, words);
  const from = text.length <= most ? 0 : startOf(text, hits[0]?.[0] ?? 0, most);
  const to = endOf(text, from + most);
  const pieces: Piece[] = from > 0 ? [{ text: '…', hit: false }] : [];
  let at = from;
  for (const [first, end] of hits) {
    if (first < at || first >= to) continue;
    if (first > at) pieces.push({ text: text.slice(at, first), hit: false });
    at = Math.min(end, to);
    pieces.push({ text: text.slice(first, at), hit: true });
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  if (to < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

/** Where the words stand, in order, without those that begin within another. */
function hitsIn(text: string, words: readonly string[]): (readonly [number, number])[] {
  const lower = text.toLowerCase();
  // A few letters change their length with their case; then nothing is marked rather than the wrong thing.
  if (lower.length !== text.length) return [];
  const hits = words.flatMap((word) => occurrencesOf(lower, word));
  hits.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
  let reached = 0;
  return hits.filter(([first, end]) => {
    const isFree = first >= reached;
    if (isFree) reached = end;
    return isFree;
  });
}

function occurrencesOf(lower: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (
    let at = lower.indexOf(word);
    at >= 0 && word !== '';
    at = lower.indexOf(word, at + word.length)
  )
    found.push([at, at + word.length]);
  return found;
}

function startOf(text: string, firstHit: number, most: number): number {
  const start = Math.min(Math.max(0, firstHit - LEAD), text.length - most);
  return isSecondHalf(text, start) ? start + 1 : start;
}

function endOf(text: string, end: number): number {
  return end < text.length && isSecondHalf(text, end) ? end - 1 : Math.min(end, text.length);
}

/** Whether a character that takes two units would be cut here. */
function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
