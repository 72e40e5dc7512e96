import { compareWordings } from './compare.js';
import type { Comparison } from './compare.js';
import { gramsOf } from './grams.js';
import { normaliseClaim } from './normalise.js';
import { weighBy } from './weigh.js';
import type { Weigh } from './weigh.js';
import { wordingOf } from './wording.js';
import type { Wording } from './wording.js';

/** A claim that new texts are compared with. */
export interface KnownClaim {
  readonly text: string;
  readonly place: string | null;
}

/** So many entries of the index are read for one text: the rarest grams lead to what is worth comparing. */
const READ = 1_200;
/** So many are compared gram by gram, and so many of these word by word. */
const [COMPARED, LOOKED_AT] = [24, 4];
/** Below this nothing is suggested, see `compareWordings`. */
const WORTH_A_LOOK = 0.15;

export interface Likeness<C extends KnownClaim> {
  readonly claim: C;
  readonly comparison: Comparison;
}

/**
 * Claims in memory, under their grams, for comparing texts by the thousand. It finds what the index in the database
 * finds; that one is for the single text, needs no loading, and is never out of date.
 */
export class ClaimTable<C extends KnownClaim> {
  private readonly claims: C[] = [];
  /** Grams are numbered as they come; all else stands at these numbers. */
  private readonly numbers = new Map<number, number>();
  private readonly postings: number[][] = [];
  private readonly grams: Int32Array[] = [];
  private weigh: Weigh = () => 1;
  /** Squared. */
  private weights = new Float64Array(0);
  private lengths = new Float64Array(0);
  /** Zero between two searches. */
  private scores = new Float64Array(0);
  private asked = new Uint8Array(0);

  /** Adds claims; `ready` has to be called before anything is looked for. */
  add(claims: readonly C[]): void {
    for (const claim of claims) {
      const at = this.claims.push(claim) - 1;
      const grams = Int32Array.from(gramsOf(normaliseClaim(claim.text)), (gram) =>
        this.numberOf(gram),
      );
      this.grams.push(grams);
      for (const gram of grams) this.postings[gram]?.push(at);
    }
  }

  /** Weighs the grams, now that it is known how common they are. */
  ready(): this {
    const of = (gram: number): number => this.postings[this.numbers.get(gram) ?? -1]?.length ?? 0;
    this.weigh = weighBy({ texts: this.claims.length, of });
    this.weights = Float64Array.from(this.numbers.keys(), (gram) => this.weigh(gram) ** 2);
    this.scores = new Float64Array(this.claims.length);
    this.asked = new Uint8Array(this.numbers.size);
    this.lengths = Float64Array.from(this.grams, (grams) => Math.sqrt(this.sumOf(grams)));
    return this;
  }

  /** What a text is most like; the same claim goes before templates of it. Null: nothing worth a look. */
  best(text: string): Likeness<C> | null {
    const near = this.nearest(gramsOf(normaliseClaim(text)));
    if (near.length === 0) return null;
    const wording = wordingOf(text);
    const found = near.flatMap((at) => this.compared(wording, at));
    const [best] = found.sort(bestFirst);
    return best ?? null;
  }

  private numberOf(gram: number): number {
    const known = this.numbers.get(gram);
    if (known !== undefined) return known;
    this.numbers.set(gram, this.postings.length);
    return this.postings.push([]) - 1;
  }

  private compared(wording: Wording, at: number): Likeness<C>[] {
    const claim = this.claims[at];
    if (claim === undefined) return [];
    const other = wordingOf(claim.text, claim.place);
    const comparison = compareWordings(wording, other, this.weigh);
    return comparison.strength === 'weak' ? [] : [{ claim, comparison }];
  }

  /** The claims whose cosine is worth a look, the most alike first. */
  private nearest(grams: readonly number[]): number[] {
    const known = grams.flatMap((gram) => this.numbers.get(gram) ?? []);
    // What no claim has counts for the length of the text.
    const strange = (grams.length - known.length) * (1 + Math.log(this.claims.length + 1)) ** 2;
    const length = Math.sqrt(this.sumOf(known) + strange);
    for (const gram of known) this.asked[gram] = 1;
    const near = this.candidates(known)
      .map((at) => ({ at, score: this.commonWeight(at) / (length * (this.lengths[at] ?? 1)) }))
      .filter(({ score }) => score >= WORTH_A_LOOK);
    for (const gram of known) this.asked[gram] = 0;
    return near
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, LOOKED_AT)
      .map(({ at }) => at);
  }

  /** The claims that share the most, by weight, among those that the rarest grams lead to. */
  private candidates(known: readonly number[]): number[] {
    const { postings, scores, weights } = this;
    const size = (gram: number): number => postings[gram]?.length ?? 0;
    const touched: number[] = [];
    let read = 0;
    for (const gram of [...known].sort((a, b) => size(a) - size(b))) {
      read += size(gram);
      if (read > READ && touched.length > 0) break;
      const weight = weights[gram] ?? 0;
      for (const at of (postings[gram] ?? []).slice(0, READ)) {
        const score = scores[at] ?? 0;
        if (score === 0) touched.push(at);
        scores[at] = score + weight;
      }
    }
    const best = touched
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, COMPARED);
    for (const at of touched) scores[at] = 0;
    return best;
  }

  private commonWeight(at: number): number {
    let sum = 0;
    for (const gram of this.grams[at] ?? [])
      if (this.asked[gram] === 1) sum += this.weights[gram] ?? 0;
    return sum;
  }

  private sumOf(grams: Iterable<number>): number {
    let sum = 0;
    for (const gram of grams) sum += this.weights[gram] ?? 0;
    return sum;
  }
}

const bestFirst = <C extends KnownClaim>(a: Likeness<C>, b: Likeness<C>): number =>
  Number(a.comparison.relation === 'template') - Number(b.comparison.relation === 'template') ||
  b.comparison.score - a.comparison.score;
