import { actOnClock, changeClocks } from './clock-changes.js';
import { isFinal } from './compiled.js';
import type { ClockAct, CreateRule, Outcome } from './definition.js';
import { changedFacts, messagesFor, targetState } from './effects.js';
import { evolve } from './evolve.js';
import { holds } from './holds.js';
import type { Scene } from './scene.js';
import type { Decision, Facts, FactValue, Reason, Refusal, WorkflowEvent } from './types.js';
import { noOutcome, noTargetState } from './words.js';

/** A rule as deciding needs it: a command, or the creation, which is a command from nowhere. */
export interface Rule extends Omit<CreateRule, 'outcomes'> {
  readonly outcomes: readonly Outcome[];
  readonly clock?: ClockAct | undefined;
}

export function refuse(kind: Refusal['kind'], reasons: readonly Reason[]): Refusal {
  return { ok: false, kind, reasons };
}

/** What follows from a command that nothing speaks against. */
export function accept(
  rule: Rule,
  scene: Scene,
  { command, from }: Pick<WorkflowEvent, 'command' | 'from'>,
): Decision {
  const { definition, subject, actor, params, now } = scene;
  const outcome = rule.outcomes.find(({ when }) => when === undefined || holds(when, scene));
  if (outcome === undefined) return refuse('refused', [noOutcome(rule.label)]);
  const to = targetState(outcome.to, scene);
  if (to === null) return refuse('refused', [noTargetState(rule.label)]);

  const changed = changedFacts(outcome.set, scene);
  const event: WorkflowEvent = {
    type: outcome.event,
    command,
    from,
    to,
    at: now,
    actor: { kind: actor.kind, id: actor.id },
    params,
    set: from === null ? { ...subject.facts, ...changed } : changed,
  };
  const next = evolve(from === null ? null : subject, event);
  const heard = changeClocks(definition.clocks, subject.clocks, {
    event: outcome.event,
    final: isFinal(definition, to),
    newGrade: gradeIn(changed, scene),
  });
  const acted = actOnClock(rule.clock, heard.clocks, scene);
  return {
    ok: true,
    subject: { id: subject.id, ...next, clocks: acted.clocks },
    events: [event],
    deadlines: [...heard.deadlines, ...acted.deadlines],
    messages: messagesFor(outcome.notify, scene),
  };
}

function gradeIn(changed: Facts, { definition: { grade } }: Scene): FactValue {
  return grade !== null && Object.hasOwn(changed, grade) ? (changed[grade] ?? null) : null;
}
