import { compareWordings } from './compare.js';
import type { Comparison } from './compare.js';
import { gramsOf } from './grams.js';
import { normaliseClaim } from './normalise.js';
import { weighBy } from './weigh.js';
import type { Frequencies, Weigh } from './weigh.js';
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
  /** Each gram's claims. */
  private readonly postings = new Map<number, number[]>();
  private readonly grams: Int32Array[] = [];
  private frequencies: Frequencies = { texts: 0, of: () => 0 };
  private weigh: Weigh = () => 1;
  private lengths = new Float64Array(0);
  private scores = new Float64Array(0);

  /** Adds claims; `ready` has to be called before anything is looked for. */
  add(claims: readonly C[]): void {
    for (const claim of claims) {
      const at = this.claims.push(claim) - 1;
      const grams = gramsOf(normaliseClaim(claim.text));
      this.grams.push(Int32Array.from(grams));
      for (const gram of grams) {
        const posting = this.postings.get(gram);
        if (posting === undefined) this.postings.set(gram, [at]);
        else posting.push(at);
      }
    }
  }

  /** Weighs the grams, now that it is known how common they are. */
  ready(): this {
    this.frequencies = {
      texts: this.claims.length,
      of: (gram) => this.postings.get(gram)?.length ?? 0,
    };
    this.weigh = weighBy(this.frequencies);
    this.scores = new Float64Array(this.claims.length);
    this.lengths = Float64Array.from(this.grams, (grams) => this.lengthOf(grams));
    return this;
  }

  /** What a text is most like; the same claim goes before templates of it. Null: nothing worth a look. */
  best(text: string): Likeness<C> | null {
    const grams = gramsOf(normaliseClaim(text));
    const near = this.nearest(grams);
    if (near.length === 0) return null;
    const wording = wordingOf(text);
    const found = near.flatMap((at) => this.compared(wording, at));
    const [best] = found.sort(bestFirst);
    return best ?? null;
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
    const own = new Set(grams);
    const length = this.lengthOf(grams);
    return this.candidates(grams)
      .map((at) => ({ at, score: this.commonWeight(own, at) / (length * (this.lengths[at] ?? 1)) }))
      .filter(({ score }) => score >= WORTH_A_LOOK)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, LOOKED_AT)
      .map(({ at }) => at);
  }

  /** The claims that share the most, by weight, among those that the rarest grams lead to. */
  private candidates(grams: readonly number[]): number[] {
    const { of } = this.frequencies;
    const touched: number[] = [];
    let read = 0;
    for (const gram of grams.filter((one) => of(one) > 0).sort((a, b) => of(a) - of(b))) {
      const posting = this.postings.get(gram) ?? [];
      read += posting.length;
      if (read > READ && touched.length > 0) break;
      const weight = this.weigh(gram) ** 2;
      for (const at of posting.slice(0, READ)) {
        const score = this.scores[at] ?? 0;
        if (score === 0) touched.push(at);
        this.scores[at] = score + weight;
      }
    }
    const scored = touched.map((at) => ({ at, score: this.scores[at] ?? 0 }));
    for (const at of touched) this.scores[at] = 0;
    return scored
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, COMPARED)
      .map(({ at }) => at);
  }

  private commonWeight(own: ReadonlySet<number>, at: number): number {
    let sum = 0;
    for (const gram of this.grams[at] ?? []) if (own.has(gram)) sum += this.weigh(gram) ** 2;
    return sum;
  }

  private lengthOf(grams: Iterable<number>): number {
    let sum = 0;
    for (const gram of grams) sum += this.weigh(gram) ** 2;
    return Math.sqrt(sum);
  }
}

const bestFirst = <C extends KnownClaim>(a: Likeness<C>, b: Likeness<C>): number =>
  Number(a.comparison.relation === 'template') - Number(b.comparison.relation === 'template') ||
  b.comparison.score - a.comparison.score;
