import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { compareClaims } from '../core/index.js';
import type { Facet } from '../core/index.js';
import { claimGrams, deleteClaim, findClaims, saveClaim, setOpen } from './claim.repository.js';
import type { Claim, Target } from './claim.repository.js';

export interface Suggestion {
  readonly target: Target;
  readonly id: string;
  /** The claim as it stands there. */
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  readonly why: {
    /** Passages that both have. */
    readonly shared: readonly string[];
    /** Not empty: the same wording about something else, a template, never the same claim. */
    readonly differsIn: readonly Facet[];
  };
}

export interface SuggestOptions {
  readonly limit: number;
  readonly targets: readonly Target[];
  /** The id of what asks, so that nothing is like itself. */
  readonly except?: string;
  /** Leaves out incidents that are closed. */
  readonly openOnly?: boolean;
}

const MOST_CANDIDATES = 1_000;
const WORTH_A_LOOK = 0.2;

/** Finds what a text may be a repeat of. It suggests; only people confirm. */
@Injectable()
export class ClaimIndex {
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

  /** The most alike first. */
  async suggest(
    tx: Tx,
    text: string,
    { limit, targets, except, openOnly = false }: SuggestOptions,
  ): Promise<Suggestion[]> {
    const found = await findClaims(tx, {
      ...{ grams: claimGrams(text), targets, except: except ?? null, openOnly },
      limit: MOST_CANDIDATES,
    });
    return found
      .map(({ target, id, text: claim }) => {
        const { score, shared, differsIn } = compareClaims(text, claim, () => 1);
        return { target, id, text: claim, score, why: { shared, differsIn } };
      })
      .filter(({ score }) => score >= WORTH_A_LOOK)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }
}
