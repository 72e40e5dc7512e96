import { readFileSync } from 'node:fs';
import type { ClockPolicy, Deadline, Grade, WorkCalendar } from '#escalation';
import {
  clocksSchema,
  gradeMove,
  isDueFromEvent,
  isGrade,
  NEVER_PAUSED,
  rebase,
  startDeadline,
  workCalendar,
} from '#escalation';
import type { Accepted, ClockRule, Subject } from '#workflow';
import { parse } from 'yaml';

export const ZONE = 'Asia/Shanghai';

const read = (file: string): unknown => parse(readFileSync(`config/${file}`, 'utf8'));
const policies = Object.fromEntries(
  Object.entries(clocksSchema.parse(read('clocks.yaml')).clocks).filter(
    ([, { subject }]) => subject === 'incident',
  ),
);

export const shippedClocks: readonly ClockRule[] = Object.entries(policies).map(
  ([name, policy]) => ({
    ...{ name, starts: policy.starts, stops: policy.stops, continues: policy.continues },
    ...{ legal: policy.legal, ladder: policy.ladder?.name },
  }),
);

export interface Kept extends Deadline {
  readonly clock: string;
  readonly stoppedAt: number | null;
  readonly hasBreached: boolean;
}

const calendar: WorkCalendar = workCalendar(ZONE);

function begin(
  clock: string,
  policy: ClockPolicy,
  grade: Grade,
  now: number,
  until: unknown,
): Kept {
  const deadline = isDueFromEvent(policy.due)
    ? { startedAt: now, paused: NEVER_PAUSED, dueAt: Number(until) }
    : startDeadline(now, policy.due[grade], policy.calendar, calendar);
  return { ...deadline, clock, stoppedAt: null, hasBreached: false };
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
        kept = [...kept, begin(change.clock, policy, grade, now, events[0]?.params['until'])];
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
