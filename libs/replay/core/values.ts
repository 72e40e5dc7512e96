/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whole minutes, as people write times down. */
export const toMinute = (at: Instant): Instant => Math.round(at / MINUTE) * MINUTE;

export type IncidentKind = 'rumour' | 'hot-topic' | 'complaint' | 'emergency';
export type RatedSeverity = 'I' | 'II' | 'III' | 'IV';
export type Severity = RatedSeverity | 'unrated';
export type Verdict = 'true' | 'partly-true' | 'false' | 'unverifiable';
export type OfficeRole = 'monitor' | 'officer' | 'analyst' | 'handler' | 'leader';
