import { addToStream } from '#platform';
import type { Tx } from '#platform';
import type { Accepted } from '#workflow';

const OUT: readonly string[] = ['issued', 'replaced'];

/** Of what is no draft any more everybody may hear; of a draft only those who hear everything. */
export async function tellPages(tx: Tx, { subject }: Accepted, now: number): Promise<void> {
  const { id, state, version } = subject;
  const circle = OUT.includes(state) ? null : [];
  const data = { id, state, version };
  await addToStream(tx, [{ type: 'report.changed', userId: null, data, circle }], now);
}
