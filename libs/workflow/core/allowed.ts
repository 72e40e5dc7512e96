import type { CompiledCommand, CompiledDefinition } from './compiled.js';
import type { Param } from './declaration.js';
import type { ClockAct } from './definition.js';
import { unmetNeeds } from './decide.js';
import { mayGive } from './may-give.js';
import { paramsIn } from './references.js';
import type { Scene } from './scene.js';
import { isActor, isInstant, isSubject } from './shape.js';
import type { Actor, Instant, Reason, Subject, Words } from './types.js';

/** A parameter as a form needs it. For a clock, `values` are those that the command fits now. */
export type FormField = { readonly name: string } & (
  | Exclude<Param, { type: 'clock' }>
  | (Extract<Param, { type: 'clock' }> & { readonly values: readonly string[] })
);

export interface AllowedCommand {
  readonly command: string;
  readonly label: Words;
  /** What is still missing whatever the form says; empty when only the form is left to fill in. */
  readonly needs: readonly Reason[];
  readonly params: readonly FormField[];
}

/** What this user may do with this subject now. Every command left out would be refused. */
export function allowedCommands(
  definition: CompiledDefinition,
  subject: Subject,
  actor: Actor,
  now: Instant,
): AllowedCommand[] {
  if (!isSubject(subject) || !isActor(actor) || !isInstant(now)) return [];
  // The program chooses from no list.
  if (actor.kind === 'system') return [];
  const scene: Scene = { definition, subject, actor, params: {}, now };
  return [...definition.commands]
    .filter(([, rule]) => rule.from.has(subject.state) && mayGive(rule.who, actor, scene))
    .map(([command, rule]) => ({
      command,
      label: rule.label,
      needs: unmetNeeds(
        rule.needs.filter(({ check }) => paramsIn(check).length === 0),
        scene,
      ),
      params: formFields(rule, scene),
    }));
}

function formFields(rule: CompiledCommand, scene: Scene): FormField[] {
  return Object.entries(rule.params)
    .filter(([, param]) => !param.computed)
    .map(([name, param]) =>
      param.type === 'clock'
        ? { name, ...param, values: fittingClocks(rule.clock, scene) }
        : { name, ...param },
    );
}

function fittingClocks(act: ClockAct | undefined, { definition, subject }: Scene): string[] {
  const wanted = act !== undefined && 'resume' in act ? 'paused' : 'running';
  const legal = new Set(definition.clocks.filter((rule) => rule.legal).map(({ name }) => name));
  return subject.clocks
    .filter(({ clock, state }) => state === wanted && !legal.has(clock))
    .map(({ clock }) => clock);
}
