import type { Who } from './declaration.js';
import { readFact, readParam, type Scene } from './scene.js';
import { idsOf, itemsOf } from './shape.js';
import type { Actor, FactItem } from './types.js';

/** Without parameters the question is whether the actor could give the command to some row. */
type Place = Pick<Scene, 'definition' | 'subject'> & Partial<Pick<Scene, 'params'>>;

/** Does one of the entries name this actor? A user without an id is nobody. */
export function mayGive(who: readonly Who[], actor: Actor, place: Place): boolean {
  return who.some((entry) =>
    actor.kind === 'system' ? entry === 'system' : isNamed(entry, actor, place),
  );
}

function isNamed(entry: Who, actor: Actor, place: Place): boolean {
  if (actor.id === null) return false;
  if (typeof entry === 'string') return entry !== 'system' && actor.roles.includes(entry);
  if ('listed' in entry) return idsOf(factBehind(entry.listed, place)).includes(actor.id);
  if ('person' in entry)
    return rowsMeant(entry.row, place).some((row) => row[entry.person] === actor.id);
  if (!actor.roles.includes(entry.role)) return false;
  if ('row' in entry) {
    const { unitId } = actor;
    return unitId !== null && rowsMeant(entry.row, place).some((row) => row[entry.unit] === unitId);
  }
  if (entry.in !== undefined && !entry.in.includes(place.subject.state)) return false;
  return isInUnit(entry, actor.unitId, place);
}

/** In no unit at all is in none of those that are meant. */
function isInUnit(
  { unit, unitIn }: Exclude<Who, string | { listed: string } | { row: unknown }>,
  own: string | null,
  place: Place,
): boolean {
  if (unit !== undefined && (own === null || own !== factBehind(unit, place))) return false;
  return unitIn === undefined || (own !== null && idsOf(factBehind(unitIn, place)).includes(own));
}

function factBehind(reference: string, place: Place): ReturnType<typeof readFact> {
  return readFact(place, reference.slice('facts.'.length));
}

/** The row that the command names; while it names none, all of them. */
function rowsMeant(
  { list, id }: { readonly list: string; readonly id: string },
  place: Place,
): readonly FactItem[] {
  const rows = itemsOf(factBehind(list, place));
  const wanted = readParam(place.params ?? {}, id.slice('params.'.length));
  return wanted === null ? rows : rows.filter((row) => row['id'] === wanted);
}
