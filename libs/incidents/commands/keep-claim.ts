import type { ClaimIndex } from '#knowledge';
import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted } from '#workflow';

/** What can be found again follows the incident: closed it is a precedent, merged it is not one of its own. */
export async function keepClaimInStep(
  tx: Tx,
  claims: ClaimIndex,
  { subject: { id, state }, events }: Accepted,
): Promise<void> {
  const claim = { target: 'incident', id } as const;
  const type = events[0]?.type;
  if (state === 'merged') await claims.remove(tx, claim);
  else if (type === 'unmerged') await claims.put(tx, { ...claim, ...(await wordingOf(tx, id)) });
  else if (state === 'archived' || state === 'dismissed') await claims.mark(tx, claim, false);
  else if (type === 'reopened') await claims.mark(tx, claim, true);
}

async function wordingOf(tx: Tx, id: string): Promise<{ text: string; place: string | null }> {
  const [row] = await sql<{ text: string; place: string | null }>(
    tx,
    'SELECT claim AS text, place FROM incidents WHERE id = $1',
    [id],
  );
  if (row === undefined) throw new Error(`incident ${id} has no row`);
  return row;
}
