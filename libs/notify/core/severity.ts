/** How urgent a matter is, highest first; what has no severity, or none yet, is `unrated`. */
export const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const severityOf = (text: string | null | undefined): Severity =>
  SEVERITIES.find((severity) => severity === text) ?? 'unrated';

/** Severity I and II do not wait: not for the morning, and not long for a channel that fails. */
export const isGrave = (severity: Severity): boolean => severity === 'I' || severity === 'II';

/** The highest of several; `unrated` of none. */
export const gravest = (severities: readonly Severity[]): Severity =>
  SEVERITIES.find((severity) => severities.includes(severity)) ?? 'unrated';
