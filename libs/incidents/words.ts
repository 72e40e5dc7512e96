/** The closed lists of the domain, as the API writes them. */
export const KINDS = ['rumour', 'hot-topic', 'complaint', 'emergency'] as const;
export const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;
export const VERDICTS = ['unverified', 'true', 'partly-true', 'false', 'unverifiable'] as const;
export const STATES = [
  'detected',
  'reported',
  'judged',
  'observing',
  'disposing',
  'disposed',
  'archived',
  'dismissed',
  'merged',
] as const;
/** States in which nothing more is to be done. */
export const CLOSED_STATES = ['archived', 'dismissed', 'merged'] as const;

/** States in which supervision by a leader goes on. */
export const SUPERVISED_STATES = ['reported', 'judged', 'observing', 'disposing'] as const;

export type Kind = (typeof KINDS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type IncidentState = (typeof STATES)[number];
