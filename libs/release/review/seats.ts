import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Actor } from '#workflow';
import { seatOf } from '../core/index.js';
import type { Seat } from '../core/index.js';

/** Who could do each of the two reviews. */
export interface Reviewers {
  /** The unit whose reviewers look first: the one concerned, or the publishing one when that has nobody. */
  readonly unitId: string;
  readonly first: readonly string[];
  /** Reviewers of the publishing unit; leaders when it has none. */
  readonly second: readonly string[];
  /** Everybody who could do the second: leaders of any unit too. */
  readonly couldSecond: readonly string[];
}

interface Candidate {
  readonly id: string;
  readonly unitId: string | null;
  readonly reviews: boolean;
  readonly leads: boolean;
}

/** The people who could review a text that these authors have written. */
export async function reviewersOf(
  tx: Tx,
  units: { readonly unitId: string; readonly publicityUnitId: string },
  authors: readonly string[],
): Promise<Reviewers> {
  const people = await sql<Candidate>(
    tx,
    `SELECT id, unit_id AS "unitId", 'reviewer' = ANY(roles) AS reviews, 'leader' = ANY(roles) AS leads FROM users
     WHERE disabled_at IS NULL AND roles && ARRAY['reviewer', 'leader'] AND NOT (id = ANY($1::uuid[])) ORDER BY id`,
    [authors],
  );
  const of = (unitId: string) => people.filter((person) => person.unitId === unitId).map(idOf);
  const own = of(units.unitId);
  const unitId = own.length > 0 ? units.unitId : units.publicityUnitId;
  const publicity = people
    .filter(({ reviews, unitId: unit }) => reviews && unit === units.publicityUnitId)
    .map(idOf);
  const leaders = people.filter(({ leads }) => leads).map(idOf);
  return {
    unitId,
    first: of(unitId),
    second: publicity.length > 0 ? publicity : leaders,
    couldSecond: [...new Set([...publicity, ...leaders])],
  };
}

const idOf = ({ id }: Candidate): string => id;

/** Can two different people do the two reviews? */
export const canBeReviewed = ({ first, couldSecond }: Reviewers): boolean =>
  first.length > 0 && couldSecond.length > 0 && new Set([...first, ...couldSecond]).size > 1;

/** The seat that this person takes now. */
export function seatFor(
  state: string,
  actor: Actor,
  units: { readonly unitId: string; readonly publicityUnitId: string },
  { first, couldSecond }: Reviewers,
): Seat {
  if (state === 'unit-review') return 'unit';
  if (state === 'publicity-review') return 'publicity';
  const reviews = actor.roles.includes('reviewer');
  const leads = actor.roles.includes('leader');
  const others = (ids: readonly string[]): number => ids.filter((id) => id !== actor.id).length;
  return seatOf(
    {
      unit: (reviews || leads) && actor.unitId === units.unitId,
      publicity: leads || (reviews && actor.unitId === units.publicityUnitId),
    },
    { unit: others(first), publicity: others(couldSecond) },
  );
}
