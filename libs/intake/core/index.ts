export type { Kind } from './kinds.js';
export { normaliseText } from './normalise-text.js';
export { redact } from './redact.js';
export type { Redacted, RedactionRules } from './redact.js';
export { redactionConfigSchema, redactionRules } from './redaction-config.js';
export type { RedactionConfig } from './redaction-config.js';
