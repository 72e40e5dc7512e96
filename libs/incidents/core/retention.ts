import { DateTime, Duration } from 'luxon';
import { z } from 'zod';
import type { Mistake } from './categories.js';

/** States in which the time of a wording runs (boundaries.md, 6). */
export const RETAINED_STATES = ['dismissed', 'archived'] as const;
export type RetainedState = (typeof RETAINED_STATES)[number];

/** PIPL art. 19: no longer than the purpose needs. What the house has decided; more needs a reason. */
const LONGEST: Readonly<Record<RetainedState, string>> = { dismissed: 'P90D', archived: 'P2Y' };

const ruleSchema = z.strictObject({
  keep: z
    .string()
    .regex(
      /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/,
      'write whole days, weeks, months or years, such as P90D or P2Y',
    ),
  /** Why a wording is kept longer than boundaries.md says. Read by whoever inspects the office. */
  reason: z.string().trim().min(10).max(500).optional(),
});

/** retention.yaml: how long the wording of mentions is kept once nothing more is to be done. */
export const retentionSchema = z.strictObject({
  mentions: z
    .strictObject({
      dismissed: ruleSchema.default({ keep: LONGEST.dismissed }),
      archived: ruleSchema.default({ keep: LONGEST.archived }),
    })
    .prefault({}),
});

export type RetentionFile = z.infer<typeof retentionSchema>;
export type RetentionPolicy = RetentionFile['mentions'];

export const retentionProblems = ({ mentions }: RetentionFile): Mistake[] =>
  RETAINED_STATES.flatMap((state): Mistake[] => {
    const { keep, reason } = mentions[state];
    const path = ['mentions', state, 'keep'];
    if (isLonger('P1D', keep)) return [{ path, message: 'keep it for a day at least: P1D' }];
    if (!isLonger(keep, LONGEST[state]) || reason !== undefined) return [];
    return [{ path, message: `longer than ${LONGEST[state]}: write the reason beside it` }];
  });

/** Compared from a day after which no February is special within a year. */
const SOME_DAY = DateTime.fromISO('2026-03-01T00:00:00Z', { zone: 'utc' });

const isLonger = (one: string, other: string): boolean =>
  SOME_DAY.plus(Duration.fromISO(one)) > SOME_DAY.plus(Duration.fromISO(other));

/**
 * What was closed at this instant or before has had its time by `now`. Days, months and years are those of the
 * calendar where the office is: P90D ends at the same time of day, 90 days on.
 */
export const closedBy = (now: number, { keep }: { readonly keep: string }, zone: string): number =>
  DateTime.fromMillis(now, { zone }).minus(Duration.fromISO(keep)).toMillis();

/** When the wording of something that was closed then will go. */
export const goesAt = (
  closedAt: number,
  { keep }: { readonly keep: string },
  zone: string,
): number => DateTime.fromMillis(closedAt, { zone }).plus(Duration.fromISO(keep)).toMillis();
