export { catalogueOf } from './catalogue.js';
export * from './core/index.js';
export type {
  Executed,
  IncidentDraft,
  IncidentView,
  ReplayPorts,
  StartedEscalation,
  TopicNotes,
} from './ports.js';
export type { ReplayOutcome, ReplayPlan, ReplayProgress } from './simulate.js';
export { runReplay } from './run-replay.js';
export type { ReplayOptions } from './run-replay.js';
export { ensureStaff } from './staff.js';
export type { Person } from './staff.js';
