import { z } from 'zod';
import { durationSchema } from './duration.js';
import type { Duration } from './duration.js';
import { GRADES } from './grade.js';
import type { Grade } from './grade.js';
import { CALENDAR_KINDS } from './work-time.js';
import { targetSchema } from './target.js';
import { nameSchema, wordsSchema } from './words.js';

/** How long there is, by severity. Null: nothing is due at that grade, and the clock is dormant. */
export type DueByGrade = Readonly<Record<Grade, Duration | null>>;

/** The due time is an instant that the starting event carries in this field; severity does not move it. */
export interface DueFromEvent {
  readonly from: string;
}

const gradeDue = durationSchema.nullable().default(null);

/** One object rather than a union of two, so that a mistake is reported at the grade where it stands. */
const dueSchema = z
  .strictObject({
    ...({
      I: gradeDue,
      II: gradeDue,
      III: gradeDue,
      IV: gradeDue,
      unrated: gradeDue,
    } satisfies Record<Grade, typeof gradeDue>),
    from: z.string().min(1).optional(),
  })
  .transform(({ from, ...byGrade }, context): DueByGrade | DueFromEvent => {
    if (from === undefined) return byGrade;
    if (GRADES.every((grade) => byGrade[grade] === null)) return { from };
    context.addIssue({
      code: 'custom',
      message: 'give either durations by severity or "from", not both',
    });
    return z.NEVER;
  });

const clockSchema = z.strictObject({
  /** The kind of thing the clock belongs to, for example `incident`. */
  subject: nameSchema,
  title: wordsSchema.optional(),
  /**
   * Events that start a deadline. One that is already running goes on, unless the event also stops the clock:
   * then it ends, and a new one begins.
   */
  starts: z.array(nameSchema).min(1),
  stops: z.array(nameSchema).min(1),
  /** Of `stops`, the events that keep it; any other lifts it, since nothing is owed any more. Left out: all. */
  meets: z.array(nameSchema).min(1).optional(),
  /** Events after which a deadline that the last change of state stopped runs on, with its original start. */
  continues: z.array(nameSchema).default([]),
  due: dueSchema,
  calendar: z.enum(CALENDAR_KINDS).default('continuous'),
  /** The share of the time after which the clock warns. */
  warnAt: z.number().default(0.8),
  ladder: z
    .strictObject({ name: nameSchema, from: z.enum(['start', 'warn', 'breach']).default('breach') })
    .optional(),
  /** A timer: at its due time the program gives this command, and nobody is late. */
  act: nameSchema.optional(),
  /** Whom a warning or a breach is told to, where no ladder tells it. */
  tell: z.array(targetSchema).default(['unit:handler', 'on-duty:officer']),
  /** A legal clock cannot be paused. */
  legal: z.boolean().default(false),
  /** The rule it rests on, shown beside the deadline. */
  basis: z.string().min(1).optional(),
});

/** clocks.yaml */
export const clocksSchema = z.strictObject({ clocks: z.record(nameSchema, clockSchema) });

export type ClockPolicy = z.infer<typeof clockSchema>;
export type ClocksFile = z.infer<typeof clocksSchema>;

export const isDueFromEvent = (due: ClockPolicy['due']): due is DueFromEvent => 'from' in due;
