export { changesBetween } from './changes.js';
export type { Change } from './changes.js';
export type { Conflict } from './conflicts.js';
export { coverageOf } from './coverage.js';
export type { Coverage, Gap } from './coverage.js';
export { fairnessOf, membersOf } from './fairness.js';
export type { Fairness, Member, PersonLoad } from './fairness.js';
export type { Load } from './load.js';
export { shiftsOf, whoIsOnDuty } from './on-duty.js';
export { overrideProblems } from './override-problems.js';
export type { Problem } from './problem.js';
export { scheduleProblems } from './schedule-problems.js';
export { POSITIONS } from './schedule.js';
export type {
  Instant,
  Interval,
  IsHoliday,
  Layer,
  Leave,
  LocalDate,
  Override,
  Plan,
  Position,
  PositionRules,
  RulesVersion,
  ScheduleRules,
  Segment,
  Shift,
  Words,
} from './schedule.js';
export { suggestFor } from './suggest.js';
export type { Suggestion } from './suggest.js';
