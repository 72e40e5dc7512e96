import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { compareWordings, weighBy, wordingOf } from '../core/index.js';
import type { Comparison, Difference, Facet } from '../core/index.js';
import { deleteClaim, findClaims, saveClaim, setOpen } from './claim.repository.js';
import type { Claim, Target } from './claim.repository.js';
import { GramFrequencies } from './gram-frequencies.js';
import { tellingGrams } from './telling-grams.js';

export interface Suggestion {
  readonly target: Target;
  readonly id: string;
  /** The claim as it stands there, and where it is said to be. */
  readonly text: string;
  readonly place: string | null;
  /** 0 to 1. */
  readonly score: number;
  /** Never the same claim when it is a template: the same wording about another place or time. */
  readonly relation: Comparison['relation'];
  /** A strong one is very likely. Neither confirms anything. */
  readonly strength: 'strong' | 'suggestion';
  readonly why: {
    /** Passages that both have, the most telling first. */
    readonly shared: readonly string[];
    readonly differsIn: readonly Facet[];
    /** The same with what is named on either side: `here` is the text that was asked about. */
    readonly differences: readonly Difference[];
  };
}

export interface SuggestOptions {
  readonly limit: number;
  readonly targets: readonly Target[];
  /** The id of what asks, so that nothing is like itself. */
  readonly except?: string;
  /** Where the text is said to be, should it not say so itself. */
  readonly place?: string | null;
  /** Leaves out incidents that are closed. */
  readonly openOnly?: boolean;
}

/** So many are compared word by word. */
const LOOKED_AT = 60;

/** Finds what a text may be a repeat of. It suggests; only people confirm. */
@Injectable()
export class ClaimIndex {
  constructor(private readonly frequencies: GramFrequencies) {}

  /** Indexes a claim, or indexes it anew. */
  async put(tx: Tx, claim: Claim): Promise<void> {
    await saveClaim(tx, claim);
  }

  /** It is closed, or open again: still a precedent, but no longer something that goes on. */
  async mark(tx: Tx, { target, id }: Pick<Claim, 'target' | 'id'>, open: boolean): Promise<void> {
    await setOpen(tx, target, id, open);
  }

  async remove(tx: Tx, { target, id }: Pick<Claim, 'target' | 'id'>): Promise<void> {
    await deleteClaim(tx, target, id);
  }

  /** The most alike first, the same claim before templates of it. */
  async suggest(tx: Tx, text: string, options: SuggestOptions): Promise<Suggestion[]> {
    const wording = wordingOf(text, options.place);
    const frequencies = await this.frequencies.read(tx);
    const weigh = weighBy(frequencies);
    const grams = tellingGrams(wording.grams, frequencies);
    const claims = await findClaims(tx, {
      ...{ grams, weights: grams.map((gram) => weigh(gram) ** 2), targets: options.targets },
      ...{ except: options.except ?? null, openOnly: options.openOnly ?? false },
      limit: LOOKED_AT,
    });
    return claims
      .flatMap((claim) =>
        suggestionOf(claim, compareWordings(wording, wordingOf(claim.text, claim.place), weigh)),
      )
      .sort(bestFirst)
      .slice(0, options.limit);
  }
}

function suggestionOf(
  claim: Claim,
  { score, relation, strength, shared, differences }: Comparison,
): Suggestion[] {
  if (strength === 'weak') return [];
  const differsIn = differences.map((difference) => difference.in);
  return [{ ...claim, score, relation, strength, why: { shared, differsIn, differences } }];
}

const bestFirst = (a: Suggestion, b: Suggestion): number =>
  Number(a.relation === 'template') - Number(b.relation === 'template') ||
  b.score - a.score ||
  (a.id < b.id ? -1 : 1);
