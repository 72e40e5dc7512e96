import { sql } from '#platform';
import type { Tx } from '#platform';
import { gramsOf, normaliseClaim } from '../core/index.js';

export const TARGETS = ['incident', 'clarification'] as const;
export type Target = (typeof TARGETS)[number];

/** Something that a new text can turn out to be. */
export interface Claim {
  readonly target: Target;
  readonly id: string;
  readonly text: string;
  /** Where it is said to be, when that was written down. */
  readonly place: string | null;
}

/** Under what a claim is found. */
export const claimGrams = (text: string): number[] => gramsOf(normaliseClaim(text));

export const saveClaim = (tx: Tx, { target, id, text, place }: Claim): Promise<unknown> =>
  sql(
    tx,
    `INSERT INTO claims (target, target_id, text, place, open, grams) VALUES ($1, $2, $3, $4, true, $5)
     ON CONFLICT (target, target_id)
     DO UPDATE SET text = excluded.text, place = excluded.place, grams = excluded.grams, open = true`,
    [target, id, text, place, claimGrams(text)],
  );

export const setOpen = (tx: Tx, target: Target, id: string, open: boolean): Promise<unknown> =>
  sql(tx, 'UPDATE claims SET open = $3 WHERE target = $1 AND target_id = $2 AND open <> $3', [
    ...[target, id, open],
  ]);

export const deleteClaim = (tx: Tx, target: Target, id: string): Promise<unknown> =>
  sql(tx, 'DELETE FROM claims WHERE target = $1 AND target_id = $2', [target, id]);

export interface ClaimSearch {
  readonly grams: readonly number[];
  readonly targets: readonly Target[];
  readonly except: string | null;
  readonly openOnly: boolean;
  readonly limit: number;
}

/** Claims that share at least one of these grams. */
export const findClaims = (tx: Tx, search: ClaimSearch): Promise<Claim[]> =>
  sql<Claim>(
    tx,
    `SELECT target, target_id AS id, text, place FROM claims
     WHERE grams && $1::integer[] AND target = ANY($2) AND ($3::uuid IS NULL OR target_id <> $3) AND (open OR NOT $4)
     LIMIT $5`,
    [search.grams, search.targets, search.except, search.openOnly, search.limit],
  );
