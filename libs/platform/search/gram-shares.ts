import type { GramShares } from '../core/search/plan.js';
import { sql } from '../database/tx.js';
import type { Tx } from '../database/tx.js';

interface Statistics {
  readonly rows: number;
  readonly grams: number[] | null;
  /** The shares of the grams, then the least and the greatest of them, then that of NULL. */
  readonly shares: number[] | null;
}

/** ANALYZE keeps the most common elements of arrays, so that nobody has to count while writing. */
export async function readGramShares(tx: Tx, table: string): Promise<GramShares> {
  const [row] = await sql<Statistics>(
    tx,
    `SELECT greatest(c.reltuples, 0)::float8 AS rows, s.most_common_elems::text::integer[] AS grams,
       s.most_common_elem_freqs::float8[] AS shares
     FROM pg_class c
     LEFT JOIN pg_stats s ON s.schemaname = current_schema() AND s.tablename = c.relname AND s.attname = 'grams'
     WHERE c.oid = $1::regclass`,
    [table],
  );
  const { rows = 0, grams = null, shares = null } = row ?? {};
  // A table that was never looked at is small.
  if (grams === null || shares === null) return { rows: 0, shareOf: () => 0 };
  const kept = new Map(grams.map((gram, index) => [gram, shares[index] ?? 0]));
  const least = shares[grams.length] ?? 0;
  return { rows, shareOf: (gram) => kept.get(gram) ?? least };
}
