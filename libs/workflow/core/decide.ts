import { actOnClock, changeClocks } from './clock-changes.js';
import { initialFacts, isFinal, type CompiledDefinition } from './compiled.js';
import type { ClockAct, CreateRule, Need, Outcome } from './definition.js';
import { changedFacts, messagesFor, targetState } from './effects.js';
import { evolve } from './evolve.js';
import { holds } from './holds.js';
import { mayGive } from './may-give.js';
import { readParams } from './params.js';
import { paramsIn } from './references.js';
import { readFact, type Scene } from './scene.js';
import { isCommand, isInstant, isSubject } from './shape.js';
import type {
  Command,
  Decision,
  Facts,
  Instant,
  Reason,
  Refusal,
  Subject,
  WorkflowEvent,
} from './types.js';
import {
  malformed,
  missingVersion,
  noOutcome,
  notPermitted,
  noTargetState,
  staleVersion,
  unknownCommand,
  wrongState,
} from './words.js';

/** A rule as deciding needs it: a command, or the creation, which is a command from nowhere. */
interface Rule extends Omit<CreateRule, 'outcomes'> {
  readonly outcomes: readonly Outcome[];
  readonly clock?: ClockAct | undefined;
}

/** Unmet conditions by what they mean for the door; `kind` is that of the first group not empty. */
interface Unmet {
  readonly permission: readonly Reason[];
  readonly version: readonly Reason[];
  readonly other: readonly Reason[];
}

const none: readonly Reason[] = [];

/**
 * What should happen when this command meets this subject. Total: any input gets an answer, and a
 * refusal names every unmet condition at once. Times among the parameters are epoch milliseconds.
 */
export function decide(
  definition: CompiledDefinition,
  subject: Subject,
  command: Command,
  now: Instant,
): Decision {
  if (!isSubject(subject) || !isCommand(command) || !isInstant(now)) {
    return refuse('refused', [malformed()]);
  }
  const rule = definition.commands.get(command.name);
  if (rule === undefined) return refuse('unknown-command', [unknownCommand(command.name)]);
  const state = definition.states.get(subject.state);
  const misplaced = state === undefined || !rule.from.has(subject.state);
  const words = state?.label ?? { zh: subject.state, en: subject.state };
  return judge(definition, rule, subject, command, now, {
    version: versionReasons(subject, command),
    state: misplaced ? [wrongState(rule.label, words)] : none,
    from: subject.state,
  });
}

/** The first command of a subject's life. The name and version in `command` are not looked at. */
export function create(
  definition: CompiledDefinition,
  id: string,
  command: Command,
  now: Instant,
): Decision {
  const subject: Subject = {
    id,
    state: definition.initial,
    version: 0,
    facts: initialFacts(definition),
    clocks: [],
  };
  if (!isSubject(subject) || !isCommand(command) || !isInstant(now)) {
    return refuse('refused', [malformed()]);
  }
  const named = { ...command, name: 'create' };
  return judge(definition, definition.create, subject, named, now, {
    version: none,
    state: none,
    from: null,
  });
}

interface Standing {
  readonly version: readonly Reason[];
  readonly state: readonly Reason[];
  readonly from: string | null;
}

function judge(
  definition: CompiledDefinition,
  rule: Rule,
  subject: Subject,
  command: Command,
  now: Instant,
  standing: Standing,
): Decision {
  const { actor } = command;
  const { values, reasons, faulty } = readParams(definition, rule.params, command.params);
  const scene: Scene = { definition, subject, actor, params: values, now };
  const asked = rule.needs.filter(({ check }) => !paramsIn(check).some((name) => faulty.has(name)));
  const unmet: Unmet = {
    permission: mayGive(rule.who, actor, scene) ? none : [notPermitted(rule.label)],
    version: standing.version,
    other: [...standing.state, ...reasons, ...unmetNeeds(asked, scene)],
  };
  return refusalFor(unmet) ?? accept(rule, scene, { command: command.name, from: standing.from });
}

export function unmetNeeds(needs: readonly Need[], scene: Scene): Reason[] {
  return needs
    .filter(({ check }) => !holds(check, scene))
    .map(({ code, message, path }) =>
      path === undefined ? { code, message } : { code, message, path },
    );
}

function versionReasons(subject: Subject, { actor, expectedVersion }: Command): readonly Reason[] {
  if (expectedVersion === null) return actor.kind === 'system' ? none : [missingVersion()];
  return expectedVersion === subject.version ? none : [staleVersion(subject.version)];
}

function refusalFor({ permission, version, other }: Unmet): Refusal | null {
  const reasons = [...permission, ...version, ...other];
  if (permission.length > 0) return refuse('not-permitted', reasons);
  if (version.some(({ code }) => code === 'version.stale')) return refuse('stale', reasons);
  return reasons.length > 0 ? refuse('refused', reasons) : null;
}

function refuse(kind: Refusal['kind'], reasons: readonly Reason[]): Refusal {
  return { ok: false, kind, reasons };
}

function accept(
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

function gradeIn(changed: Facts, { definition, subject }: Scene): Facts[string] {
  const { grade } = definition;
  if (grade === null || !Object.hasOwn(changed, grade)) return null;
  return changed[grade] ?? readFact({ definition, subject }, grade);
}
