export type { Conflict } from './conflicts.js';
export { coverageOf } from './coverage.js';
export type { Coverage, Gap } from './coverage.js';
export { shiftsOf, whoIsOnDuty } from './on-duty.js';
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
