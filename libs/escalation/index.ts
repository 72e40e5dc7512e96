export { Escalation1700000000004 } from './migrations/1700000000004-escalation.js';
export { AcknowledgeEscalation, takeAllLadders } from './acknowledge-escalation.js';
export { ClockBook } from './clock-book.js';
export * from './core/index.js';
export { reachedBy } from './ladders/escalation.repository.js';
export { EscalationPolicies, clockRules } from './policies.js';
export { StaticOnDuty } from './static-on-duty.js';
export { Sweep } from './sweep/sweep.js';
export { Sweeper } from './sweeper.js';
