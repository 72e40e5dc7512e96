/** How much it tells that two texts share a gram: the rarer, the more. */
export type Weigh = (gram: number) => number;

/** In how many of `texts` a gram occurs. */
export interface Frequencies {
  readonly texts: number;
  readonly of: (gram: number) => number;
}

/**
 * Smoothed inverse document frequency: 1 for a gram that is everywhere, 1 + ln(n + 1) for one never seen. It decides
 * most of the quality (docs/adr/0025): what everybody writes at a time (the name of an epidemic, "看视频") weighs least.
 */
export const weighBy = ({ texts, of }: Frequencies): Weigh => {
  const known = new Map<number, number>();
  return (gram) => {
    const before = known.get(gram);
    if (before !== undefined) return before;
    const weight = 1 + Math.log((texts + 1) / (of(gram) + 1));
    known.set(gram, weight);
    return weight;
  };
};

/** Counts the grams of texts. */
export function frequenciesIn(texts: readonly (readonly number[])[]): Frequencies {
  const counts = new Map<number, number>();
  for (const grams of texts) {
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { texts: texts.length, of: (gram) => counts.get(gram) ?? 0 };
}
