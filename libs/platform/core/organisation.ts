import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import type { DocumentPath } from './yaml-file.js';

const wordsSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const codeSchema = z
  .string()
  .max(60)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'write a code in small letters, digits and hyphens, such as water',
  );

const dateSchema = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid,
    'write a date such as 2026-03-01',
  );

const unitSchema = z.strictObject({
  code: codeSchema,
  name: z.string().min(1).max(200),
  /** The code of the unit it belongs to. */
  parent: codeSchema.optional(),
});

const superiorSchema = z.strictObject({
  code: codeSchema,
  name: z.string().min(1).max(200),
  email: z.email(),
});

/** organisation.yaml: whose workspace this is. */
export const organisationSchema = z.strictObject({
  name: wordsSchema,
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'write an IANA time zone such as Asia/Shanghai'),
  units: z.array(unitSchema).min(1),
  /** The code of the unit that keeps the duty desk. */
  dutyOffice: codeSchema,
  /** Bodies above that are written to by e-mail. */
  superiors: z.array(superiorSchema).default([]),
  /** The code of the unit that reviews what is published, after the unit concerned; the duty office if left out. */
  publicity: codeSchema.optional(),
  /** Days on which this organisation works, or not, besides the statutory arrangement. */
  calendar: z
    .strictObject({
      holidays: z.array(dateSchema).default([]),
      workdays: z.array(dateSchema).default([]),
    })
    .default({ holidays: [], workdays: [] }),
});

export type Organisation = z.infer<typeof organisationSchema>;

interface Mistake {
  readonly path: DocumentPath;
  readonly message: string;
}

/** What is wrong with an organisation that has the right shape. Paths lead into the file. */
export function organisationProblems({
  units,
  dutyOffice,
  superiors,
  publicity,
  calendar,
}: Organisation): Mistake[] {
  const codes = units.map(({ code }) => code);
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const ofUnits = units.flatMap(({ code, parent }, index): Mistake[] => [
    ...(codes.indexOf(code) < index
      ? [{ path: ['units', index, 'code'], message: `${code} stands here twice` }]
      : []),
    ...(parent !== undefined && !parents.has(parent)
      ? [{ path: ['units', index, 'parent'], message: `no unit has the code ${parent}` }]
      : []),
    ...(isItsOwnAncestor(code, parents)
      ? [{ path: ['units', index, 'parent'], message: `${code} belongs to itself` }]
      : []),
  ]);
  const office = parents.has(dutyOffice)
    ? []
    : [{ path: ['dutyOffice'], message: `no unit has the code ${dutyOffice}` }];
  const superiorCodes = superiors.map(({ code }) => code);
  const above = superiorCodes.flatMap((code, index) =>
    superiorCodes.indexOf(code) < index
      ? [{ path: ['superiors', index, 'code'], message: `${code} stands here twice` }]
      : [],
  );
  const reviewing =
    publicity === undefined || parents.has(publicity)
      ? []
      : [{ path: ['publicity'], message: `no unit has the code ${publicity}` }];
  const days = calendar.workdays.flatMap((date, index) =>
    calendar.holidays.includes(date)
      ? [{ path: ['calendar', 'workdays', index], message: `${date} is also a holiday` }]
      : [],
  );
  return [...ofUnits, ...office, ...above, ...reviewing, ...days];
}

function isItsOwnAncestor(code: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let up = parents.get(code); up !== undefined && !seen.has(up); up = parents.get(up)) {
    if (up === code) return true;
    seen.add(up);
  }
  return false;
}
