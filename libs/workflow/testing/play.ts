import assert from 'node:assert/strict';
import { allowedCommands } from '../core/allowed.js';
import { isFinal, storedFacts, type CompiledDefinition } from '../core/compiled.js';
import { decide } from '../core/decide.js';
import { evolve, replay, type Evolved } from '../core/evolve.js';
import { itemsOf } from '../core/shape.js';
import type { Accepted, Actor, Decision, Facts, Instant, Subject } from '../core/types.js';
import { diceFrom, oneOf, paramsFor, type Attempt, type Dice } from './script.js';

export interface Cast {
  readonly definition: CompiledDefinition;
  readonly actors: readonly Actor[];
  readonly derived: Facts;
}

/** Plays a script on a new subject, and checks after each attempt what must always be true. */
export function play(cast: Cast, born: Accepted, script: readonly Attempt[]): void {
  let subject: Subject = { ...born.subject, facts: { ...born.subject.facts, ...cast.derived } };
  let folded = replay(born.events);
  expectSound(cast.definition, subject, folded);
  script.forEach((attempt, step) => {
    const decision = attemptOn(cast, subject, attempt, (step + 1) * 1000);
    if (!decision.ok) return;
    assert.equal(decision.subject.version, subject.version + 1);
    folded = decision.events.reduce<Evolved | null>(evolve, folded);
    subject = decision.subject;
    expectSound(cast.definition, subject, folded);
  });
}

function attemptOn(cast: Cast, subject: Subject, attempt: Attempt, now: Instant): Decision {
  const { definition } = cast;
  const dice = diceFrom(attempt.seed);
  const { actor, name } = choose(cast, subject, attempt, now, dice);
  const ids = [...cast.actors.map(({ id }) => id ?? 'x'), ...rowIds(subject)];
  const around = { clocks: subject.clocks.map(({ clock }) => clock), ids, now };
  const params = paramsFor(definition.commands.get(name)?.params ?? {}, around, dice);
  const expectedVersion = subject.version - (attempt.stale ? 1 : 0);
  const before = JSON.stringify(subject);
  const decision = decide(definition, subject, { name, actor, params, expectedVersion }, now);

  assert.equal(JSON.stringify(subject), before);
  if (!decision.ok) assert.notEqual(decision.reasons.length, 0);
  if (attempt.stale) assert.equal(decision.ok, false);
  if (decision.ok && actor.kind === 'user') {
    assert(offered(cast, subject, actor, now).includes(name), `${name} was not offered`);
  }
  return decision;
}

function choose(
  cast: Cast,
  subject: Subject,
  { wild }: Attempt,
  now: Instant,
  dice: Dice,
): { actor: Actor; name: string } {
  const actor = oneOf(cast.actors, dice);
  if (actor === undefined) throw new Error('a play needs actors');
  const all = [...cast.definition.commands.keys()];
  const choices = wild || actor.kind === 'system' ? all : offered(cast, subject, actor, now);
  const moves = choices.filter((name) => leadsOn(cast.definition, name));
  // Notes and links are offered everywhere; half of the time somebody moves things on instead.
  const name = oneOf(moves.length > 0 && dice(2) === 0 ? moves : choices, dice);
  return { actor, name: name ?? 'nothing-to-do' };
}

function leadsOn({ commands }: CompiledDefinition, name: string): boolean {
  return commands.get(name)?.outcomes.some(({ to }) => to !== undefined) === true;
}

function offered(cast: Cast, subject: Subject, actor: Actor, now: Instant): string[] {
  return allowedCommands(cast.definition, subject, actor, now).map(({ command }) => command);
}

function rowIds({ facts }: Subject): string[] {
  return Object.values(facts).flatMap((value) => itemsOf(value).map(({ id }) => String(id)));
}

function expectSound(
  definition: CompiledDefinition,
  subject: Subject,
  folded: Evolved | null,
): void {
  const { state, version, facts, clocks } = subject;
  assert(definition.states.has(state));
  if (isFinal(definition, state)) assert.deepEqual(clocks, []);
  assert.equal(new Set(clocks.map(({ clock }) => clock)).size, clocks.length);
  assert.deepEqual(folded, { state, version, facts: storedFacts(definition, facts) });
}
