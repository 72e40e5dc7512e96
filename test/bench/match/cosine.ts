/** The peer: TF-IDF cosine over bigrams of the raw text, with everything in memory (Salton and Buckley, 1988). */
export class BigramCosine {
  private readonly postings = new Map<string, number[]>();
  private readonly counts: readonly ReadonlyMap<string, number>[];
  private readonly lengths: readonly number[];

  constructor(texts: readonly string[]) {
    this.counts = texts.map(bigramsOf);
    this.counts.forEach((counts, index) => {
      for (const gram of counts.keys()) {
        const list = this.postings.get(gram);
        if (list === undefined) this.postings.set(gram, [index]);
        else list.push(index);
      }
    });
    this.lengths = this.counts.map((counts) => this.lengthOf(counts));
  }

  /** The indexes of the most alike, the first being the nearest. */
  nearest(text: string, limit: number): number[] {
    const scores = new Map<number, number>();
    const query = bigramsOf(text);
    for (const [gram, count] of query) {
      const weight = count * this.weigh(gram) ** 2;
      for (const index of this.postings.get(gram) ?? []) {
        const there = this.counts[index]?.get(gram) ?? 0;
        scores.set(index, (scores.get(index) ?? 0) + weight * there);
      }
    }
    return [...scores]
      .map(([index, dot]): [number, number] => [index, dot / (this.lengths[index] ?? 1)])
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([index]) => index);
  }

  likeness(one: number, other: number): number {
    const [a, b] = [this.counts[one], this.counts[other]];
    if (a === undefined || b === undefined) return 0;
    let dot = 0;
    for (const [gram, count] of a) dot += count * (b.get(gram) ?? 0) * this.weigh(gram) ** 2;
    return dot / ((this.lengths[one] ?? 1) * (this.lengths[other] ?? 1));
  }

  private weigh(gram: string): number {
    return 1 + Math.log((this.counts.length + 1) / ((this.postings.get(gram)?.length ?? 0) + 1));
  }

  private lengthOf(counts: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [gram, count] of counts) sum += (count * this.weigh(gram)) ** 2;
    return Math.sqrt(sum);
  }
}

function bigramsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text.replaceAll(/\s/gu, '');
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const gram = plain.slice(at, at + 2);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
