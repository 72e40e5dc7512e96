import { meets } from './intervals.js';
import { DAY_MS, MINUTE_MS } from './local-date.js';
import type { Problem } from './problem.js';
import type { Instant, Override } from './schedule.js';

const LONGEST_DAYS = 62;
/** What passes between pressing “from now” and the answer of the server; clocks of clients differ, too. */
const GRACE_MS = MINUTE_MS;

/**
 * Why an override cannot be made now: the past never changes, and two overrides of one position may not
 * contradict each other. `existing` may contain the override itself, when it is being changed.
 */
export function overrideProblems(
  override: Override,
  existing: readonly Override[],
  now: Instant,
): Problem[] {
  const { from, to } = override;
  // Also what could not be read (NaN) is not before its end.
  if (!(from < to)) return [REVERSED];
  return [
    ...(from < now - GRACE_MS ? [IN_THE_PAST] : []),
    ...(to - from > LONGEST_DAYS * DAY_MS ? [TOO_LONG] : []),
    ...(existing.some((other) => contradicts(other, override)) ? [OVERLAPS] : []),
  ];
}

const contradicts = (other: Override, override: Override): boolean =>
  other.id !== override.id && other.position === override.position && meets(other, override);

const REVERSED: Problem = {
  path: 'to',
  code: 'empty-interval',
  message: { zh: '结束时间须晚于开始时间', en: 'It has to end after it begins' },
};

const IN_THE_PAST: Problem = {
  path: 'from',
  code: 'in-the-past',
  message: {
    zh: '不能更改已经过去的值班，请从现在或以后开始',
    en: 'Duty that has passed cannot be changed; begin now or later',
  },
};

const TOO_LONG: Problem = {
  path: 'to',
  code: 'too-long',
  message: {
    zh: `一次替班最多 ${LONGEST_DAYS} 天`,
    en: `An override lasts at most ${LONGEST_DAYS} days`,
  },
};

const OVERLAPS: Problem = {
  path: 'from',
  code: 'overlaps',
  message: {
    zh: '这段时间该岗位已有替班或换班，请先取消原来的',
    en: 'This position already has an override or a swap in that time; cancel that one first',
  },
};
