export { CHECKS, asTicked, isCheck } from './checks.js';
export type { Check } from './checks.js';
export { seatOf } from './seat.js';
export type { Seat } from './seat.js';
export { IN_REVIEW, RELEASE_STATES, UNDER_WAY, stateOf } from './states.js';
export type { ReleaseState } from './states.js';
