const ADDRESS = /https?:\/\/[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/giu;
/** What the redactor leaves where something was: `[电话]`. */
const PLACEHOLDER = /\[[^\]\s]{1,12}\]/gu;
/** All but letters, marks and digits, and emoji, which nobody repeats alike. */
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** A text as it is compared: one width and case, no addresses, marks or emoji; a blank where something was cut. */
export const normaliseClaim = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(ADDRESS, ' ')
    .replace(PLACEHOLDER, ' ')
    .replace(NO_WORD, ' ')
    .trim();
