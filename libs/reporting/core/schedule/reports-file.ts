import { z } from 'zod';
import { PERIOD_TYPES } from '../period/period.js';
import type { PeriodType } from '../period/period.js';
import { REPORT_TYPES } from '../report/report-type.js';

/** A week has no tenth day, and not every month a thirtieth. */
const LAST_DAY: Readonly<Record<PeriodType, number>> = {
  ...{ weekly: 7, monthly: 28, quarterly: 28, 'half-year': 28, annual: 28 },
};

const draftRule = (type: PeriodType) =>
  z.strictObject({
    /** Of the period that follows. */
    day: z.number().int().min(1).max(LAST_DAY[type]),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day, such as 08:30'),
    language: z.enum(['zh', 'en']).default('zh'),
  });

const drafts = Object.fromEntries(
  PERIOD_TYPES.map((type) => [type, draftRule(type).nullable().optional()]),
) as Record<PeriodType, z.ZodOptional<z.ZodNullable<ReturnType<typeof draftRule>>>>;

const readers = Object.fromEntries(
  REPORT_TYPES.map((type) => [type, z.array(z.string().min(1)).optional()]),
) as Record<(typeof REPORT_TYPES)[number], z.ZodOptional<z.ZodArray<z.ZodString>>>;

/** config/reports.yaml; without the file nothing is drafted by itself, and issued reports go to leaders. */
export const reportsSchema = z.strictObject({
  drafts: z.strictObject(drafts).default({}),
  readers: z.strictObject(readers).default({}),
});

export type ReportsFile = z.infer<typeof reportsSchema>;
export type DraftRule = NonNullable<ReportsFile['drafts'][PeriodType]>;

/** What the shape does not say: readers are roles that there are. */
export function reportsProblems(
  { readers: given }: ReportsFile,
  roles: ReadonlySet<string>,
): { path: (string | number)[]; message: string }[] {
  return REPORT_TYPES.flatMap((type) =>
    (given[type] ?? []).flatMap((role, at) =>
      roles.has(role)
        ? []
        : [{ path: ['readers', type, at], message: `there is no role “${role}”` }],
    ),
  );
}
