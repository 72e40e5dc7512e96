import { Injectable } from '@nestjs/common';
import { Clock, sql } from '#platform';
import type { Tx } from '#platform';
import type { Frequencies } from '../core/index.js';

/** How common a gram is changes slowly; a count that is some minutes old weighs as well. */
const GOOD_FOR_MS = 5 * 60_000;
/** Before PostgreSQL has looked at a table (it does from some fifty rows on), so few claims are counted outright. */
const COUNTED = 2_000;

interface Statistics {
  readonly texts: number;
  readonly grams: number[] | null;
  /** The shares of the grams, then the least and the greatest of them, then that of NULL. */
  readonly shares: number[] | null;
}

/**
 * How many claims contain a gram. PostgreSQL knows: ANALYZE keeps the most common elements of the indexed arrays, so
 * that no count has to be kept by whoever logs, and no two of them wait for each other.
 */
@Injectable()
export class GramFrequencies {
  private kept: { readonly at: number; readonly frequencies: Frequencies } | null = null;

  constructor(private readonly clock: Clock) {}

  async read(tx: Tx): Promise<Frequencies> {
    const now = this.clock.now();
    if (this.kept === null || now - this.kept.at >= GOOD_FOR_MS) {
      this.kept = { at: now, frequencies: await readFrequencies(tx) };
    }
    return this.kept.frequencies;
  }
}

async function readFrequencies(tx: Tx): Promise<Frequencies> {
  const [row] = await sql<Statistics>(
    tx,
    `SELECT greatest(c.reltuples, 0)::float8 AS texts, s.most_common_elems::text::integer[] AS grams,
       s.most_common_elem_freqs::float8[] AS shares
     FROM pg_class c
     LEFT JOIN pg_stats s ON s.schemaname = current_schema() AND s.tablename = c.relname AND s.attname = 'grams'
     WHERE c.oid = 'claims'::regclass`,
  );
  const { texts = 0, grams = null, shares = null } = row ?? {};
  if (grams === null || shares === null) return countFrequencies(tx);
  const counts = new Map(grams.map((gram, index) => [gram, (shares[index] ?? 0) * texts]));
  // What is not among the most common is at most as common as the least of them.
  const rare = (shares[grams.length] ?? 0) * texts;
  return { texts, of: (gram) => counts.get(gram) ?? rare };
}

async function countFrequencies(tx: Tx): Promise<Frequencies> {
  const rows = await sql<{ gram: number; texts: number }>(
    tx,
    `SELECT gram, count(*)::integer AS texts FROM (SELECT grams FROM claims LIMIT $1) c, unnest(grams) gram GROUP BY gram`,
    [COUNTED],
  );
  const [all] = await sql<{ texts: number }>(
    tx,
    'SELECT count(*)::integer AS texts FROM (SELECT 1 FROM claims LIMIT $1) c',
    [COUNTED],
  );
  const counts = new Map(rows.map(({ gram, texts }) => [gram, texts]));
  return { texts: all?.texts ?? 0, of: (gram) => counts.get(gram) ?? 0 };
}
