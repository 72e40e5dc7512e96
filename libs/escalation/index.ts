export { Escalation1700000000004 } from './migrations/1700000000004-escalation.js';
export { AcknowledgeEscalation } from './acknowledge-escalation.js';
export { ClockBook } from './clock-book.js';
export * from './core/index.js';
export {
  activeLadders,
  countClimbing,
  laddersAt,
  reachedBy,
} from './ladders/escalation.repository.js';
export { EscalationPolicies, clockRules } from './policies.js';
export { Sweep } from './sweep/sweep.js';
export { Sweeper } from './sweeper.js';
export { deadlinesOf, gradesOf, liveDeadlinesOf } from './deadlines/deadline.repository.js';
export { EscalationModule } from './escalation.module.js';
export type { ActiveLadder } from './ladders/escalation.repository.js';
export { presentDeadline } from './deadlines/present-deadline.js';
export { DeadlineView } from './deadlines/deadline.dto.js';
export { SubjectRef } from './subject-ref.dto.js';
export { Lag1700000000008 } from './migrations/1700000000008-lag.js';
export { Auditor1700000000011 } from './migrations/1700000000011-auditor.js';
export { Auditor } from './audit/auditor.js';
export { AuditRounds } from './audit/audit-rounds.js';
export { openFindings, recentlyResolved, trimFindings } from './audit/finding.repository.js';
export type { KeptFinding } from './audit/finding.repository.js';
export { Heartbeat } from './audit/heartbeat.js';
export { readHeartbeat } from './audit/heartbeat.repository.js';
export { FINDING_CODES } from './audit/findings.js';
export { readEngineFigures } from './engine/engine-figures.js';
export type { EngineFigures } from './engine/engine-figures.js';
export {
  VERDICTS as ENGINE_VERDICTS,
  engineReasons,
  isSweepAlive,
  verdictOf,
} from './engine/verdict.js';
export type { EngineSigns, Verdict as EngineVerdict, VerdictReason } from './engine/verdict.js';
