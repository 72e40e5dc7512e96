import { isDueFromEvent } from './clock-policy.js';
import type { ClockPolicy, ClocksFile, DueByGrade } from './clock-policy.js';
import { DAY_MS, formatDuration } from './duration.js';
import type { Duration } from './duration.js';
import { GRADES, RATED_GRADES } from './grade.js';
import type { PolicyProblem } from './values.js';

/** What clocks refer to outside their own file. Their events are checked with the workflow that emits them. */
export interface ClockSurroundings {
  readonly subjects: ReadonlySet<string>;
  readonly ladders: ReadonlySet<string>;
}

/** What is wrong with clocks that have the right shape. Paths lead into the file. */
export function clockProblems(file: ClocksFile, known: ClockSurroundings): PolicyProblem[] {
  return Object.entries(file.clocks).flatMap(([name, clock]) =>
    [
      ...subjectProblems(clock, known.subjects),
      ...dueProblems(clock),
      ...warnProblems(clock),
      ...ladderProblems(clock, known.ladders),
      ...legalProblems(clock),
      ...timerProblems(clock),
      ...meetsProblems(clock),
    ].map(({ path, message }) => ({ path: ['clocks', name, ...path], message })),
  );
}

const subjectProblems = ({ subject }: ClockPolicy, known: ReadonlySet<string>): PolicyProblem[] =>
  known.has(subject) ? [] : [{ path: ['subject'], message: `nothing is called ${subject}` }];

function dueProblems({ due }: ClockPolicy): PolicyProblem[] {
  if (isDueFromEvent(due)) return [];
  if (GRADES.every((grade) => due[grade] === null)) {
    return [{ path: ['due'], message: 'nothing is ever due' }];
  }
  const zero = GRADES.filter((grade) => isZero(due[grade])).map((grade) => ({
    path: ['due', grade],
    message: 'is due at the moment it starts; give it some time',
  }));
  return [...zero, ...orderProblems(due)];
}

const isZero = (duration: Duration | null): boolean =>
  duration !== null && 'ms' in duration && duration.ms === 0;

/** A higher severity may never have more time than the next lower one. */
function orderProblems(due: DueByGrade): PolicyProblem[] {
  return RATED_GRADES.slice(1).flatMap((lower, index) => {
    const higher = RATED_GRADES[index];
    if (higher === undefined || !mayEndLater(due[higher], due[lower])) return [];
    const message = `${higher} has ${timeOf(due[higher])} and ${lower} ${timeOf(due[lower])}; a higher severity may not have longer`;
    return [{ path: ['due', higher], message }];
  });
}

const timeOf = (duration: Duration | null): string =>
  duration === null ? 'no due time' : formatDuration(duration);

/**
 * Whether `a` may end after `b` for some start. n work days never end before n times 24 hours have passed, since
 * the day of the start is left out; but with holidays they may last any longer, so they fit no elapsed time.
 */
function mayEndLater(a: Duration | null, b: Duration | null): boolean {
  if (b === null) return false;
  if (a === null) return true;
  if ('workdays' in a) return !('workdays' in b) || a.workdays > b.workdays;
  return a.ms > ('workdays' in b ? b.workdays * DAY_MS : b.ms);
}

const warnProblems = ({ warnAt }: ClockPolicy): PolicyProblem[] =>
  warnAt > 0 && warnAt < 1
    ? []
    : [{ path: ['warnAt'], message: 'is a share of the time, between 0 and 1, such as 0.8' }];

const ladderProblems = ({ ladder }: ClockPolicy, known: ReadonlySet<string>): PolicyProblem[] =>
  ladder === undefined || known.has(ladder.name)
    ? []
    : [{ path: ['ladder', 'name'], message: `no ladder is called ${ladder.name}` }];

const legalProblems = ({ legal, basis }: ClockPolicy): PolicyProblem[] =>
  legal && basis === undefined
    ? [{ path: ['legal'], message: 'a legal clock names the rule it rests on, in "basis"' }]
    : [];

/** A timer is no promise to anybody: it cannot be missed, so nothing climbs for it and no law stands behind it. */
const timerProblems = ({ act, ladder, legal }: ClockPolicy): PolicyProblem[] =>
  act === undefined || (ladder === undefined && !legal)
    ? []
    : [{ path: ['act'], message: 'a clock that acts has no ladder, and is not legal' }];

const meetsProblems = ({ meets = [], stops }: ClockPolicy): PolicyProblem[] =>
  meets.flatMap((event, index) =>
    stops.includes(event)
      ? []
      : [
          {
            path: ['meets', index],
            message: `“${event}” does not stop this clock; name it under “stops” too`,
          },
        ],
  );
