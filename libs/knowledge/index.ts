export { ClaimIndex } from './claims/claim-index.js';
export type { Suggestion, SuggestOptions } from './claims/claim-index.js';
export { FINDINGS } from './clarifications/clarification.js';
export type { Clarification, Finding, KeptClarification } from './clarifications/clarification.js';
export { Clarifications } from './clarifications/clarifications.js';
export { KnowledgeModule } from './knowledge.module.js';
export { Knowledge1700000000020 } from './migrations/1700000000020-knowledge.js';
export { SAME_CLAIM, evaluateMatching, readLabelledPosts } from './core/index.js';
export type { Evaluation } from './core/index.js';
