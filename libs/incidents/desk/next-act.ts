import { allowedCommands } from '#workflow';
import type { Actor, CompiledDefinition, Subject } from '#workflow';
import { hasOpenFor } from '../core/index.js';

/** The acts that carry an incident on, the most pressing first. Everything else can wait for somebody to want it. */
const PRESSING = [
  'acknowledge',
  'concur',
  'give-view',
  'report',
  'judge',
  'start-disposal',
  'complete-disposal',
  'complete-action',
  'archive',
] as const;

/** What this person is waited for; null when the incident can go on without them. */
export function nextAct(
  definition: CompiledDefinition,
  subject: Subject,
  actor: Actor,
  now: number,
): string | null {
  const possible = allowedCommands(definition, subject, actor, now).filter(
    ({ needs }) => needs.length === 0,
  );
  return (
    PRESSING.find(
      (act) => possible.some(({ command }) => command === act) && isWaitedFor(act, subject, actor),
    ) ?? null
  );
}

/** Judging again, or archiving what is watched until a date, is possible but not waited for. */
function isWaitedFor(
  act: (typeof PRESSING)[number],
  { state, facts }: Subject,
  actor: Actor,
): boolean {
  switch (act) {
    case 'judge':
      return state === 'reported' && facts['proposedBy'] === null;
    case 'archive':
      return state === 'disposed';
    case 'start-disposal':
      return facts['decision'] === 'dispose';
    case 'complete-action':
      return hasOpenFor(facts, actor);
    case 'acknowledge':
    case 'concur':
    case 'give-view':
    case 'report':
    case 'complete-disposal':
      return true;
  }
}
