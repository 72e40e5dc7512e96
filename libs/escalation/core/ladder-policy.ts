import { z } from 'zod';
import { DAY_MS, elapsedSchema } from './duration.js';
import { parseTarget, targetSchema } from './target.js';
import type { PolicyProblem } from './values.js';
import { nameSchema } from './words.js';

const HALF_AN_HOUR = 30 * 60_000;
const LONGEST_MS = 7 * DAY_MS;

const stepSchema = z.strictObject({
  /** Milliseconds between the step before (or the start) and this one. */
  wait: elapsedSchema,
  notify: z.array(targetSchema).min(1, 'a step tells somebody'),
  channels: z.array(nameSchema).min(1).default(['app']),
});

const ladderSchema = z.strictObject({
  /** How many times the whole ladder runs again after the first: it runs 1 + repeat rounds. */
  repeat: z.int().min(0).max(100).default(0),
  /** Milliseconds after which an acknowledgement lapses when the matter is still undone. */
  ackHolds: elapsedSchema.default(HALF_AN_HOUR),
  steps: z.array(stepSchema),
});

/** ladders.yaml */
export const laddersSchema = z.strictObject({ ladders: z.record(nameSchema, ladderSchema) });

/** Plain JSON: an escalation keeps a copy of it. */
export type LadderPolicy = z.infer<typeof ladderSchema>;
export type LadderStep = LadderPolicy['steps'][number];
export type LaddersFile = z.infer<typeof laddersSchema>;

/** What ladders refer to outside their own file. */
export interface LadderSurroundings {
  readonly roles: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
}

/** What is wrong with ladders that have the right shape. Paths lead into the file. */
export function ladderProblems(file: LaddersFile, known: LadderSurroundings): PolicyProblem[] {
  return Object.entries(file.ladders).flatMap(([name, ladder]) =>
    [
      ...lengthProblems(ladder),
      ...ladder.steps.flatMap((step, index) =>
        stepProblems(step, known).map(under('steps', index)),
      ),
    ].map(under('ladders', name)),
  );
}

const under =
  (...path: (string | number)[]) =>
  (problem: PolicyProblem): PolicyProblem => ({ ...problem, path: [...path, ...problem.path] });

function lengthProblems({ steps, repeat, ackHolds }: LadderPolicy): PolicyProblem[] {
  const round = steps.reduce((sum, { wait }) => sum + wait, 0);
  const problems: PolicyProblem[] = [];
  if (steps.length === 0)
    problems.push({ path: ['steps'], message: 'a ladder has at least one step' });
  if (round * (1 + repeat) > LONGEST_MS) {
    problems.push({
      path: ['steps'],
      message: 'takes more than 7 days from the first step to the last',
    });
  }
  if (steps.length > 0 && round === 0 && repeat > 0) {
    problems.push({
      path: ['repeat'],
      message: 'repeats without any wait, and would tell all rounds at once',
    });
  }
  if (ackHolds === 0)
    problems.push({ path: ['ackHolds'], message: 'would lapse as soon as it is given' });
  return problems;
}

function stepProblems(
  { notify, channels }: LadderStep,
  known: LadderSurroundings,
): PolicyProblem[] {
  const roles = notify.flatMap((text, index) => {
    const parsed = parseTarget(text);
    if (!parsed.ok || parsed.value.kind !== 'role' || known.roles.has(parsed.value.role)) return [];
    return [{ path: ['notify', index], message: `no role is called ${parsed.value.role}` }];
  });
  const unknownChannels = channels.flatMap((channel, index) =>
    known.channels.has(channel)
      ? []
      : [{ path: ['channels', index], message: `no channel is called ${channel}` }],
  );
  return [...roles, ...unknownChannels];
}
