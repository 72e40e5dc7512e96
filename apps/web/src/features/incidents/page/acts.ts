import type { Allowed, IncidentPage } from '../../../api/incident-types';
import type { IncidentState } from '../../../api/types';

/** The acts that carry an incident on from a state, the most pressing first. The others can wait until wanted. */
const FORWARD: Record<IncidentState, readonly string[]> = {
  detected: ['give-view', 'report', 'dismiss'],
  reported: [
    'concur',
    'decline-proposal',
    'give-view',
    'acknowledge',
    'judge',
    'observe',
    'dismiss',
  ],
  judged: [
    'concur',
    'decline-proposal',
    'give-view',
    'start-disposal',
    'observe',
    'hand-back',
    'return',
  ],
  observing: ['concur', 'decline-proposal', 'give-view', 'judge', 'archive'],
  disposing: ['concur', 'decline-proposal', 'give-view', 'complete-disposal', 'set-verdict'],
  disposed: ['concur', 'decline-proposal', 'give-view', 'archive', 'return'],
  archived: ['reopen'],
  dismissed: ['reopen'],
  merged: ['unmerge'],
};

/** Given where they belong: beside the action, below the attachments. */
const ELSEWHERE = new Set([
  ...['complete-action', 'change-action', 'waive-action', 'add-action', 'attach'],
  ...['progress-report', 'lift-supervision', 'note'],
]);

/** Whether a command has its place beside what it is about, and no form of its own. */
export const isElsewhere = (command: string): boolean => ELSEWHERE.has(command);

/** Unmet because there is nothing to do it to, not because something is missing. */
const NOT_APPLICABLE = new Set([
  'concur.nothing-proposed',
  'decline-proposal.nothing-proposed',
  'consult.already',
  'close-consultation.none',
  'acknowledge.already',
  'press-conference.already',
  'supervision.none',
  'start-disposal.not-decided',
]);

export interface Acts {
  /** The one act that this person is waited for. */
  readonly primary: Allowed | null;
  readonly forward: readonly Allowed[];
  readonly more: readonly Allowed[];
  /** What would carry it on, but something is still missing. */
  readonly blocked: readonly Allowed[];
}

/** Sorts what is allowed into what to show first, what beside it, and what is still missing. */
export function arrangeActs({ state, allowed }: Pick<IncidentPage, 'state' | 'allowed'>): Acts {
  const order = FORWARD[state];
  const handsBack = allowed.some(({ command }) => command === 'hand-back');
  const applicable = allowed.filter(
    (act) =>
      !isElsewhere(act.command) &&
      // Who may hand it back to the analysts has no use for a second way of returning it.
      !(handsBack && act.command === 'return') &&
      isApplicable(act),
  );
  const onward = order.flatMap((name) => applicable.filter(({ command }) => command === name));
  const ready = onward.filter(isReady);
  const [primary = null, ...forward] = ready;
  return {
    primary,
    forward,
    more: applicable.filter((act) => isReady(act) && !order.includes(act.command)),
    blocked: onward.filter((act) => !isReady(act)),
  };
}

const isReady = ({ needs }: Allowed): boolean => needs.length === 0;

/** A required choice among nothing cannot be made. */
function isApplicable({ needs, fields }: Allowed): boolean {
  const hasChoice = fields.every(({ required, values }) => !required || values?.length !== 0);
  return hasChoice && !needs.some(({ code }) => NOT_APPLICABLE.has(code));
}

export function allowedNamed(incident: IncidentPage, command: string): Allowed | null {
  return incident.allowed.find((act) => act.command === command) ?? null;
}

/** The act, if the form is all that is left to fill in. */
export function possibleNow(incident: IncidentPage, command: string): Allowed | null {
  const allowed = allowedNamed(incident, command);
  return allowed !== null && isReady(allowed) ? allowed : null;
}

/** Where a form has a page of its own: the judgement desk shows what it is decided on. Null: it opens in place. */
export function pageOf(
  { id, proposal }: Pick<IncidentPage, 'id' | 'proposal'>,
  command: string,
): string | null {
  const isAnswer = command === 'concur' || command === 'decline-proposal';
  const isThere = command === 'judge' || (isAnswer && proposal?.kind === 'judgement');
  return isThere ? `/incidents/${id}/judge` : null;
}
