import type { Directory } from '#identity';
import type { Locale } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';
import type { QuietHours } from '../core/quiet.js';
import { readOrder } from '../core/reach.js';
import type { Reachable } from '../core/reach.js';

/** An active person, and how they can and want to be reached. */
export interface Person extends Reachable {
  readonly locale: Locale;
  readonly quiet: QuietHours | null;
}

interface PreferenceRow {
  readonly userId: string;
  readonly order: Readonly<Record<string, readonly string[]>> | null;
  readonly quiet: QuietHours | null;
  readonly browsers: number;
}

/** People by id, in two queries for any number of them. Who has left is missing. */
export async function peopleOf(
  tx: Tx,
  directory: Directory,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const known = await directory.reach(tx, ids);
  const rows = await sql<PreferenceRow>(
    tx,
    `SELECT id AS "userId", p.channel_order AS "order", p.quiet,
       (SELECT count(*)::int FROM push_subscriptions s WHERE s.user_id = id) AS browsers
     FROM unnest($1::uuid[]) AS person (id) LEFT JOIN channel_preferences p ON p.user_id = id`,
    [[...known.keys()]],
  );
  const preferences = new Map(rows.map((row) => [row.userId, row]));
  return new Map(
    [...known].map(([id, { locale, contacts }]) => {
      const said = preferences.get(id);
      const order = readOrder(said?.order ?? null);
      return [
        id,
        { locale, contacts, order, quiet: said?.quiet ?? null, browsers: said?.browsers ?? 0 },
      ];
    }),
  );
}
