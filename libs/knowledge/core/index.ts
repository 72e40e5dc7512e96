export { gramsOf } from './grams.js';
export { normaliseClaim } from './normalise.js';
export { compareClaims } from './compare.js';
export type { Comparison, Facet, Weigh } from './compare.js';
