import type { ResponseItem } from '../../api/response';

const SECOND = 1_000;

/** How the median compares with the one before: null where one of the two has none. */
export interface Comparison {
  readonly kind: 'faster' | 'slower' | 'same';
  readonly byMs: number;
}

/** Less than a second is no difference that anybody could feel. */
export function compare(now: ResponseItem, before: ResponseItem | undefined): Comparison | null {
  const [after, earlier] = [now.acknowledge.p50Ms, before?.acknowledge.p50Ms ?? null];
  if (after === null || earlier === null) return null;
  const byMs = Math.abs(after - earlier);
  if (byMs < SECOND) return { kind: 'same', byMs };
  return { kind: after < earlier ? 'faster' : 'slower', byMs };
}
