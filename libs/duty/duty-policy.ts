import { elapsedSchema, parseTarget } from '#escalation';
import type { PolicyProblem, Position } from '#escalation';
import { z } from 'zod';

/** Whom to tell while the rota has nobody: everybody of a role, or one person. */
export type StandIn =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'user'; readonly username: string };

const standInSchema = z.string().transform((text, context): StandIn => {
  const parsed = parseTarget(text.includes(':') ? text : `user:${text}`);
  if (parsed.ok && (parsed.value.kind === 'role' || parsed.value.kind === 'user'))
    return parsed.value;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(text)} is neither role:<role> nor a user name`,
  });
  return z.NEVER;
});

const standIns = z.array(standInSchema);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** All in milliseconds. */
const shiftSchema = z.strictObject({
  /** How long before a shift its person is reminded: first, and again. */
  remindBefore: z.tuple([elapsedSchema, elapsedSchema]).default([12 * HOUR, HOUR]),
  /** Sign-in is open from so long before the start, and late from so long after it. */
  signIn: z
    .strictObject({
      opens: elapsedSchema.default(30 * MINUTE),
      closes: elapsedSchema.default(15 * MINUTE),
    })
    .default({ opens: 30 * MINUTE, closes: 15 * MINUTE }),
  /** Sign-out is open from so long before the end. */
  signOutOpens: elapsedSchema.default(30 * MINUTE),
  /** Handed over at the latest so long after the end. */
  handOverWithin: elapsedSchema.default(30 * MINUTE),
  /** Closed by the program so long after the end. */
  closeAfter: elapsedSchema.default(2 * HOUR),
  /** How far ahead shifts are made. */
  planAhead: elapsedSchema.default(14 * DAY),
});

/** duty.yaml */
export const dutySchema = z.strictObject({
  onDuty: z.strictObject({ officer: standIns, deputy: standIns, leader: standIns } satisfies Record<
    Position,
    typeof standIns
  >),
  shift: shiftSchema.prefault({}),
});

export type DutyFile = z.infer<typeof dutySchema>;
export type ShiftPolicy = DutyFile['shift'];

/** Paths lead into the file. Whether a named user exists is only known at the moment of a step. */
export function dutyProblems(
  { onDuty, shift }: DutyFile,
  roles: ReadonlySet<string>,
): PolicyProblem[] {
  const positions = Object.keys(onDuty) as Position[];
  const unknown = positions.flatMap((position) =>
    onDuty[position].flatMap((entry, index) =>
      entry.kind === 'user' || roles.has(entry.role)
        ? []
        : [{ path: ['onDuty', position, index], message: `no role is called ${entry.role}` }],
    ),
  );
  const [first, second] = shift.remindBefore;
  const order =
    second >= first
      ? [{ path: ['shift', 'remindBefore'], message: 'the second reminder comes after the first' }]
      : [];
  const close =
    shift.closeAfter <= shift.handOverWithin
      ? [{ path: ['shift', 'closeAfter'], message: 'closes before the handover has to be done' }]
      : [];
  return [...unknown, ...order, ...close];
}

/** What `config/duty.yaml` says, for whoever asks Nest for it. */
export class DutyPolicy {
  constructor(
    readonly onDuty: DutyFile['onDuty'],
    readonly shift: ShiftPolicy,
    /** The organisation's zone, for what belongs to no schedule. */
    readonly timeZone: string,
    /** Statutory holidays and the organisation's own; a plain week-end is none. */
    readonly isHoliday: (date: string) => boolean,
  ) {}
}
