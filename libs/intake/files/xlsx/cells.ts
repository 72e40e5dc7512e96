const A = 64;
const LETTERS = 26;

/** The place of a column from 0: `A` is 0, `AA` is 26. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - A, 0) - 1;

/** The column of a reference such as `B7`; null when there is none. */
export function columnOfReference(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? null : columnOf(letters);
}
