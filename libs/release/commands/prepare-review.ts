import { reviewersOf, seatFor } from '../review/seats.js';
import { ticksOf } from '../review/tick.repository.js';
import { numberFact } from '../texts/facts.js';
import { CHECKS } from '../core/index.js';
import { authorsOf, unitsOf } from './asking.js';
import type { Given, Prepared } from './prepared.js';

/** A judgement of the text: from which seat it is given, and when each check was ticked. */
export async function prepareReview(given: Given, name: 'approve' | 'reject'): Promise<Prepared> {
  const { tx, loaded, actor, typed, now } = given;
  const { id, state, facts } = loaded.subject;
  const units = unitsOf(facts, null);
  const seat = seatFor(state, actor, units, await reviewersOf(tx, units, authorsOf(facts)));
  const said = typed[name === 'approve' ? 'note' : 'reason'];
  const note = typeof said === 'string' && said.trim() !== '' ? { note: said } : {};
  const params = { seat, review: [{ seat, ...note }] };
  if (name === 'reject') return { params };
  const version = numberFact(facts, 'textVersion') ?? 0;
  const ticked = new Map(
    (actor.id === null ? [] : await ticksOf(tx, id, version, actor.id)).map(({ check, at }) => [
      check,
      at,
    ]),
  );
  const publishAt = numberFact(facts, 'publishAt');
  return {
    params: {
      ...params,
      // One that was not ticked before is ticked with the approval.
      ticks: CHECKS.filter((check) => typed[`checks.${check}`] === true).map((check) => ({
        check,
        at: ticked.get(check) ?? now,
      })),
      ...(publishAt !== null && publishAt > now && { publishAt }),
    },
  };
}
