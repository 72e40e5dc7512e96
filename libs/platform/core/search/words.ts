/** What somebody typed into a search box. All texts are in small letters, and none is empty. */
export interface SearchWords {
  /** Words and phrases that all occur. */
  readonly wanted: readonly string[];
  /** Words and phrases that do not occur. */
  readonly unwanted: readonly string[];
}

/** More would be a text, and not a search. */
const MOST_WORDS = 12;
/** `-`? and then something in quotes of any kind, or what goes on to the next blank. */
const WORD =
  /(?<not>-?)(?:["“”](?<quoted>[^"“”]*)(?:["“”]|$)|「(?<cornered>[^」]*)(?:」|$)|(?<plain>[^\s"“”「]+))/gu;

/** `停水 "restored by noon" -演练`: words, phrases in quotes, and what is not wanted. */
export function readSearchWords(q: string): SearchWords {
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  for (const { groups = {} } of q.toLowerCase().matchAll(WORD)) {
    const { not = '', quoted, cornered, plain = '' } = groups;
    const word = (quoted ?? cornered ?? plain).replaceAll(/\s+/gu, ' ').trim();
    if (word === '' || word === '-') continue;
    (not === '-' ? unwanted : wanted).add(word);
  }
  return {
    wanted: [...wanted].slice(0, MOST_WORDS),
    unwanted: [...unwanted].slice(0, MOST_WORDS),
  };
}

/** As a pattern of LIKE that finds it anywhere. */
export const likePattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
