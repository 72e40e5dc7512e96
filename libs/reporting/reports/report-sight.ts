import { sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

export type Reader = Pick<Actor, 'roles'>;

const WRITERS: readonly string[] = ['officer', 'analyst', 'leader'];

/** Drafts are for those who write and approve them; what was issued is for everybody. Null: all. */
export const reportSight = ({ roles }: Reader): Sight | null =>
  roles.some((role) => WRITERS.includes(role))
    ? null
    : (column) =>
        `${column} IN (SELECT x.id FROM reports x WHERE x.state IN ('issued', 'replaced'))`;

export async function maySeeReport(tx: Tx, id: string, reader: Reader): Promise<boolean> {
  const sight = reportSight(reader);
  if (sight === null) return true;
  const parameters: unknown[] = [id];
  const condition = sight('r.id', binderOf(parameters));
  return (
    (await sql(tx, `SELECT 1 FROM reports r WHERE r.id = $1 AND ${condition}`, parameters)).length >
    0
  );
}
