/** A text as rules see it, with the way back to where each of its code units stood. */
export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text`, where the character it came from begins; and at the end, the length of the original. */
  readonly at: readonly number[];
}

/** What one cannot see: zero-width signs put between characters to hide a word. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;
const BLANK = /\s/;

/** Full and half width, upper and lower case, compatibility forms and runs of blanks make no difference. */
export function foldText(original: string): FoldedText {
  let text = '';
  const at: number[] = [];
  let start = 0;
  for (const char of original) {
    const folded = foldCharacter(char, text);
    at.push(...Array<number>(folded.length).fill(start));
    text += folded;
    start += char.length;
  }
  at.push(original.length);
  return { text, at };
}

/** What a character adds to what stands before it. */
function foldCharacter(char: string, before: string): string {
  if (BLANK.test(char)) return before.endsWith(' ') ? '' : ' ';
  if (UNSEEN.test(char)) return '';
  return char.normalize('NFKC').toLowerCase();
}

/** A word of a rule, folded in the same way. */
export const foldTerm = (term: string): string => foldText(term).text.trim();
