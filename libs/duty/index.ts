export * from './core/index.js';
export { DutyModule } from './duty.module.js';
export { DutyPolicy, dutyProblems, dutySchema } from './duty-policy.js';
export { Duty1700000000009 } from './migrations/1700000000009-duty.js';
export { KeepRoster } from './roster/keep-roster.js';
