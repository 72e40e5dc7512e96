/**
 * The distinct bigrams of a normalised text, each as a whole number of 32 bits: two UTF-16 units side by side, so
 * that PostgreSQL can index them as `integer[]` and nothing collides. No gram reaches across a blank.
 */
export function gramsOf(normalised: string): number[] {
  const grams = new Set<number>();
  for (const run of normalised.split(' ')) {
    for (let at = 0; at + 1 < run.length; at += 1) {
      grams.add((run.charCodeAt(at) << 16) | run.charCodeAt(at + 1));
    }
  }
  return [...grams];
}
