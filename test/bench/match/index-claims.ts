import { ClaimIndex } from '#knowledge';
import { withClient } from '../setting/cluster.js';
import type { Office } from '../setting/office.js';
import type { MadeUpClaim } from './made-up-claims.js';

/** To a transaction. */
export const BATCH = 1_000;

export const idOf = (index: number): string =>
  `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** Answers how long it took, in milliseconds. */
export async function indexClaims(office: Office, known: readonly MadeUpClaim[]): Promise<number> {
  const index = office.app.get(ClaimIndex, { strict: false });
  const started = performance.now();
  for (let from = 0; from < known.length; from += BATCH) {
    await office.foundation.database.transaction(async (tx) => {
      for (const [at, { text, place }] of known.slice(from, from + BATCH).entries())
        await index.put(tx, { target: 'clarification', id: idOf(from + at), text, place });
    });
  }
  const took = performance.now() - started;
  await withClient(office.url, (client) => client.query('VACUUM (ANALYZE) claims'));
  return took;
}
