import type { Who } from './declaration.js';
import { readFact, type Scene } from './scene.js';
import { idsOf } from './shape.js';
import type { Actor } from './types.js';

type Place = Pick<Scene, 'definition' | 'subject'>;

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
  if (!actor.roles.includes(entry.role)) return false;
  if (entry.in !== undefined && !entry.in.includes(place.subject.state)) return false;
  return isInUnit(entry, actor.unitId, place);
}

/** In no unit at all is in none of those that are meant. */
function isInUnit(
  { unit, unitIn }: Exclude<Who, string | { listed: string }>,
  own: string | null,
  place: Place,
): boolean {
  if (unit !== undefined && (own === null || own !== factBehind(unit, place))) return false;
  return unitIn === undefined || (own !== null && idsOf(factBehind(unitIn, place)).includes(own));
}

function factBehind(reference: string, place: Place): ReturnType<typeof readFact> {
  return readFact(place, reference.slice('facts.'.length));
}
