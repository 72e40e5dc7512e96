import type { ClockPolicy, Deadline, Grade, WorkCalendar } from '#escalation';
import {
  gradeMove,
  isDueFromEvent,
  isGrade,
  NEVER_PAUSED,
  rebase,
  startDeadline,
  workCalendar,
} from '#escalation';
import type { Accepted, Facts, Subject } from '#workflow';
import { shippedClocks } from './shipped.js';

export const ZONE = 'Asia/Shanghai';

const policies = shippedClocks('incident');

export interface Kept extends Deadline {
  readonly clock: string;
  readonly stoppedAt: number | null;
  readonly hasBreached: boolean;
}

const calendar: WorkCalendar = workCalendar(ZONE);

/** Null for a clock that takes its due time from an event which brings none: it does not start. */
function begin(
  clock: string,
  { due, calendar: hours }: ClockPolicy,
  grade: Grade,
  now: number,
  params: Facts,
): Kept | null {
  const fresh = { clock, stoppedAt: null, hasBreached: false };
  if (!isDueFromEvent(due)) return { ...startDeadline(now, due[grade], hours, calendar), ...fresh };
  const dueAt = params[due.from];
  if (typeof dueAt !== 'number') return null;
  return { startedAt: now, paused: NEVER_PAUSED, dueAt, ...fresh };
}

export function gradeOf({ facts }: Subject): Grade {
  const { severity } = facts;
  return typeof severity === 'string' && isGrade(severity) ? severity : 'unrated';
}

/** The deadlines of one incident by the shipped clocks: what the escalation library keeps in rows. */
export function changed(
  deadlines: readonly Kept[],
  { deadlines: changes, events, subject }: Accepted,
  before: Grade,
  now: number,
): readonly Kept[] {
  const grade = gradeOf(subject);
  let kept = deadlines;
  for (const change of changes) {
    switch (change.change) {
      case 'start': {
        const policy = policies[change.clock];
        if (policy === undefined) throw new Error(change.clock);
        const begun = begin(change.clock, policy, grade, now, events[0]?.params ?? {});
        if (begun !== null) kept = [...kept, begun];
        break;
      }
      case 'stop':
        kept = kept.map((one) =>
          one.clock === change.clock && one.stoppedAt === null ? { ...one, stoppedAt: now } : one,
        );
        break;
      case 'continue': {
        const last = kept.findLast(({ clock }) => clock === change.clock);
        kept = kept.map((one) => (one === last ? { ...one, stoppedAt: null } : one));
        break;
      }
      case 'rebase':
        kept = kept.map((one) => regraded(one, before, grade));
        break;
      case 'pause':
      case 'resume':
        throw new Error('the office pauses nothing');
    }
  }
  return kept;
}

function regraded(deadline: Kept, before: Grade, grade: Grade): Kept {
  const policy = policies[deadline.clock];
  if (policy === undefined || deadline.stoppedAt !== null || isDueFromEvent(policy.due))
    return deadline;
  const move = gradeMove(before, grade);
  return { ...deadline, ...rebase(deadline, policy.due[grade], move, policy.calendar, calendar) };
}
