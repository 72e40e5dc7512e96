/** a–z, 0–9 and the beginning of a word: three of them make a whole number below 2^16. */
const SYMBOLS = 37;
const BEGINNING = 0;

/** a–z are 1–26, 0–9 are 27–36; null is any other character. */
function symbolOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return null;
}

/** Marks and symbols, which no word is made of: the first and the last code point of each block. */
const MARKS: readonly (readonly [number, number])[] = [
  [0x0000, 0x00bf],
  [0x2000, 0x2e7f],
  [0x3000, 0x303f],
  [0xfe00, 0xfe6f],
  [0xff00, 0xff0f],
  [0xff1a, 0xff20],
];

const isMark = (code: number): boolean =>
  MARKS.some(([first, last]) => code >= first && code <= last);

/** A word of Latin letters and digits, or a run of Chinese or another script. */
interface Run {
  readonly isLatin: boolean;
  readonly codes: readonly number[];
  /** The last character of the run before, where no mark stands between: `断供3` has 供 before 3. */
  readonly after: number | null;
}

function* runsOf(text: string): Generator<Run> {
  let codes: number[] = [];
  let isLatin = false;
  let after: number | null = null;
  for (const character of text.toLowerCase()) {
    const code = character.codePointAt(0) ?? 0;
    const latin = symbolOf(code) !== null;
    const mark = !latin && isMark(code);
    if (mark || (latin !== isLatin && codes.length > 0)) {
      if (codes.length > 0) yield { isLatin, codes, after };
      after = mark ? null : (codes.at(-1) ?? null);
      codes = [];
    }
    isLatin = latin;
    if (!mark) codes.push(code);
  }
  if (codes.length > 0) yield { isLatin, codes, after };
}

const pairOf = (first: number, second: number): number => (first << 16) | (second & 0xffff);

const pairsOf = (codes: readonly number[]): number[] =>
  codes.slice(1).map((code, at) => pairOf(codes[at] ?? 0, code));

const seamOf = ({ after, codes: [first] }: Run): number[] =>
  after === null || first === undefined ? [] : [pairOf(after, first)];

function triplesOf(codes: readonly number[]): number[] {
  const symbols = [BEGINNING, ...codes.map((code) => symbolOf(code) ?? 0)];
  return symbols
    .slice(2)
    .map(
      (symbol, at) =>
        -1 - (((symbols[at] ?? 0) * SYMBOLS + (symbols[at + 1] ?? 0)) * SYMBOLS + symbol),
    );
}

/**
 * Under what a text is found: two neighbours of Chinese and other scripts, or where such a script and Latin letters or
 * digits meet; three neighbours of Latin letters and digits, with the beginning of each word as one of them, so that
 * `PX` is found. Each is a whole number of 32 bits.
 * Texts that share all numbers of a word need not hold the word: whoever searches compares the words themselves.
 *
 * The function `search_grams` of the database says the same; a test holds the two against each other.
 */
export const searchGrams = (text: string): number[] => [
  ...new Set(
    [...runsOf(text)].flatMap((run) => [
      ...seamOf(run),
      ...(run.isLatin ? triplesOf(run.codes) : pairsOf(run.codes)),
    ]),
  ),
];

/**
 * What a text that holds this word is found under. Three letters and more are found within a word, two at its beginning.
 * None: the word is too short for the index.
 */
export const gramsOfWord = (word: string): number[] => [
  ...new Set(
    [...runsOf(word)].flatMap((run) => [
      ...seamOf(run),
      ...(run.isLatin
        ? triplesOf(run.codes).slice(run.codes.length > 2 ? 1 : 0)
        : pairsOf(run.codes)),
    ]),
  ),
];
