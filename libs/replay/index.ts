export * from './core/index.js';
export type {
  Executed,
  IncidentDraft,
  IncidentView,
  ReplayPorts,
  StartedEscalation,
  TopicNotes,
} from './ports.js';
export { simulate } from './simulate.js';
export type { ReplayOutcome, ReplayPlan, ReplayProgress } from './simulate.js';
