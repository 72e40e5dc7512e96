export const RELEASE_STATES = [
  'draft',
  'unit-review',
  'publicity-review',
  'urgent-review',
  'approved',
  'published',
  'filed',
  'withdrawn',
  'discarded',
] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** Under way: written, reviewed or waiting to go out. */
export const UNDER_WAY = [
  'draft',
  'unit-review',
  'publicity-review',
  'urgent-review',
  'approved',
] as const satisfies readonly ReleaseState[];

/** Waiting for somebody's judgement. */
export const IN_REVIEW = [
  'unit-review',
  'publicity-review',
  'urgent-review',
] as const satisfies readonly ReleaseState[];

export const stateOf = (text: string): ReleaseState =>
  RELEASE_STATES.find((state) => state === text) ?? 'draft';
