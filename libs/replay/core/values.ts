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
/** What a topic's author says of it. `no-claim`: mere talk, nothing that could be true or false. */
export type Truth = Verdict | 'no-claim';
export type OfficeRole = 'monitor' | 'officer' | 'analyst' | 'handler' | 'reviewer' | 'leader';
