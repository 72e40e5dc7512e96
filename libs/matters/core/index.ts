export { AROUND_MS, MATCH_REASONS, isWorthALook, matchOf } from './match.js';
export type { IncidentWords, Match, MatchReason, MatterWords } from './match.js';
export { daysOf } from './days.js';
