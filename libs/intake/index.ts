export { redact, redactionConfigSchema, redactionRules } from './core/index.js';
export type { RedactionRules } from './core/index.js';
export { IntakeModule } from './intake.module.js';
export { Redactor } from './redactor.js';
