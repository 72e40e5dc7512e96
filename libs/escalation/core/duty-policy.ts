import { z } from 'zod';
import { POSITIONS, parseTarget } from './target.js';
import type { Position } from './target.js';
import type { PolicyProblem } from './values.js';

/** Somebody on duty: everybody of a role, or one person. */
export type DutyEntry =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'user'; readonly username: string };

const dutyEntrySchema = z.string().transform((text, context): DutyEntry => {
  const parsed = parseTarget(text.includes(':') ? text : `user:${text}`);
  if (parsed.ok && (parsed.value.kind === 'role' || parsed.value.kind === 'user'))
    return parsed.value;
  context.addIssue({
    code: 'custom',
    message: `${JSON.stringify(text)} is neither role:<role> nor a user name`,
  });
  return z.NEVER;
});

const entries = z.array(dutyEntrySchema);

/** duty.yaml: who is on duty, always. */
export const dutySchema = z.strictObject({
  onDuty: z.strictObject({ officer: entries, deputy: entries, leader: entries } satisfies Record<
    Position,
    typeof entries
  >),
});

export type DutyFile = z.infer<typeof dutySchema>;

/** Paths lead into the file. Whether a named user exists is only known at the moment of a step. */
export function dutyProblems({ onDuty }: DutyFile, roles: ReadonlySet<string>): PolicyProblem[] {
  const unknown = POSITIONS.flatMap((position) =>
    onDuty[position].flatMap((entry, index) =>
      entry.kind === 'user' || roles.has(entry.role)
        ? []
        : [{ path: ['onDuty', position, index], message: `no role is called ${entry.role}` }],
    ),
  );
  const nobody =
    onDuty.officer.length === 0
      ? [{ path: ['onDuty', 'officer'], message: 'nobody is on duty' }]
      : [];
  return [...unknown, ...nobody];
}
