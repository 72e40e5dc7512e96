import { DateTime } from 'luxon';
import { sql } from '#platform';
import type { Tx } from '#platform';

/**
 * The next number of the year, such as `YQ-2026-000123`. The row of the year is locked until the transaction ends,
 * and a rolled-back one gives its number back: that is what leaves no gaps. Take it as late as possible.
 */
export async function nextNumber(tx: Tx, at: number, timeZone: string): Promise<string> {
  const { year } = DateTime.fromMillis(at, { zone: timeZone });
  const [row] = await sql<{ last: number }>(
    tx,
    `INSERT INTO incident_numbers (year, last) VALUES ($1, 1)
     ON CONFLICT (year) DO UPDATE SET last = incident_numbers.last + 1 RETURNING last`,
    [year],
  );
  return `YQ-${String(year)}-${String(row?.last ?? 0).padStart(6, '0')}`;
}
