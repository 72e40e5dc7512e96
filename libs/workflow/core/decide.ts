import { accept, refuse, type Rule } from './accept.js';
import { initialFacts, type CompiledDefinition } from './compiled.js';
import type { Need } from './definition.js';
import { holds } from './holds.js';
import { mayGive } from './may-give.js';
import { readParams } from './params.js';
import { paramsIn } from './references.js';
import type { Scene } from './scene.js';
import { isCommand, isInstant, isSubject } from './shape.js';
import type { Command, Decision, Instant, Reason, Refusal, Subject } from './types.js';
import {
  malformed,
  missingVersion,
  notPermitted,
  staleVersion,
  unknownCommand,
  wrongState,
} from './words.js';

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
  return weigh(definition, rule, subject, command, now, {
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
  return weigh(definition, definition.create, subject, named, now, {
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

function weigh(
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
