export type {
  ActionKind,
  Channel,
  ChannelKind,
  PlanTemplate,
  PlannedAction,
  RiskPoint,
} from './core/index.js';
export { Registers1700000000015 } from './migrations/1700000000015-registers.js';
export {
  channelsOf,
  planTemplatesFor,
  responsibilityOf,
  riskPointsOf,
  sensitiveDatesBetween,
} from './reads.js';
export type {
  KnownChannel,
  KnownPlanTemplate,
  KnownResponsibility,
  KnownRiskPoint,
  PlanNeed,
  SensitiveDay,
} from './reads.js';
export { RegisterPolicy } from './register-policy.js';
export { RegistersModule } from './registers.module.js';
export { registerProblems, registersSchema } from './seed/registers-file.js';
export type { RegistersFile } from './seed/registers-file.js';
export { seedRegisters } from './seed/seed-registers.js';
