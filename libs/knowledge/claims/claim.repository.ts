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
     DO UPDATE SET text = excluded.text, place = excluded.place, grams = excluded.grams, open = true,
       told = false`,
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
  /** What each of them tells, in the same order. */
  readonly weights: readonly number[];
  readonly targets: readonly Target[];
  readonly except: string | null;
  readonly openOnly: boolean;
  readonly limit: number;
}

/** Of one gram, at most so many claims: a hoax that was logged a thousand times is one hoax. */
const MOST_PER_GRAM = 400;

/** The claims that share the most of these grams, by weight. */
export const findClaims = (tx: Tx, search: ClaimSearch): Promise<Claim[]> =>
  sql<Claim>(
    tx,
    `SELECT c.target, c.target_id AS id, c.text, c.place FROM (
       SELECT hit.target, hit.target_id, sum(asked.weight) AS weight
       FROM unnest($1::integer[], $2::float8[]) AS asked(gram, weight)
       CROSS JOIN LATERAL (
         SELECT target, target_id FROM claims
         WHERE grams @> ARRAY[asked.gram] AND target = ANY($3) AND ($4::uuid IS NULL OR target_id <> $4)
           AND (open OR NOT $5)
         LIMIT ${String(MOST_PER_GRAM)}
       ) hit
       GROUP BY hit.target, hit.target_id ORDER BY weight DESC, hit.target_id LIMIT $6
     ) best JOIN claims c USING (target, target_id)`,
    [
      ...[search.grams, search.weights, search.targets, search.except, search.openOnly],
      search.limit,
    ],
  );
