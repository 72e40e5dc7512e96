import { matchAgain, matchAllAgain } from '#intake';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { tellingGrams } from '../claims/telling-grams.js';
import type { Frequencies } from '../core/index.js';

/** Up to so many new claims are looked for one by one; after an import of more, everything that waits is compared. */
const FEW = 50;
const MOST_AT_ONCE = 20_000;
/** Topics that share one of its so many rarest grams are compared with a new claim. */
const ASKED_AGAIN_BY = 6;

/**
 * Topics that came before a claim are compared with it, too: what was logged or answered just now may be what waits in
 * the inbox since yesterday. Not in the transaction that logs it, which should not wait for the inbox.
 */
export async function tellClaims(tx: Tx, frequencies: Frequencies): Promise<void> {
  const claims = await sql<{ grams: number[] }>(
    tx,
    `UPDATE claims SET told = true WHERE (target, target_id) IN (
       SELECT target, target_id FROM claims WHERE NOT told LIMIT ${String(MOST_AT_ONCE)} FOR UPDATE SKIP LOCKED
     ) RETURNING CASE WHEN open THEN grams ELSE '{}' END AS grams`,
  );
  if (claims.length > FEW) {
    await matchAllAgain(tx);
    return;
  }
  for (const { grams } of claims)
    await matchAgain(tx, tellingGrams(grams, frequencies).slice(0, ASKED_AGAIN_BY));
}
