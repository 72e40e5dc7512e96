import { z } from 'zod';
import type { Mistake } from './categories.js';

/**
 * What can be done about a claim: check it, answer it, put right what is wrong, hand it to whom the law names, or
 * nothing (boundaries.md, rule 3). The list is closed: no configuration adds the deletion of posts, the blocking of
 * accounts, or the tracing of people.
 */
const DISPOSALS: readonly string[] = [
  ...['verify', 'clarify', 'reply', 'adopt', 'fix', 'correct', 'refer', 'watch', 'none'],
];

/** The parts of a workflow's definition in which plans are declared. */
interface Declarations {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly commands: Readonly<
    Record<string, { readonly params: Readonly<Record<string, unknown>> }>
  >;
}

const planSchema = z.looseObject({
  item: z.looseObject({ kind: z.looseObject({ values: z.array(z.string()) }) }),
});

/** What is wrong with the kinds of action that a workflow of incidents offers. Paths lead into its file. */
export function disposalProblems({ facts, commands }: Declarations): Mistake[] {
  const inCommands = Object.entries(commands).flatMap(([name, { params }]) =>
    kindProblems(params['actions'], ['commands', name, 'params', 'actions', 'item', 'kind']),
  );
  return [...kindProblems(facts['actions'], ['facts', 'actions', 'item', 'kind']), ...inCommands];
}

function kindProblems(plan: unknown, path: readonly string[]): Mistake[] {
  if (plan === undefined) return [];
  const parsed = planSchema.safeParse(plan);
  if (!parsed.success) {
    return [{ path, message: `an action has a kind, one of: ${DISPOSALS.join(', ')}` }];
  }
  return parsed.data.item.kind.values.flatMap((value, index) =>
    DISPOSALS.includes(value)
      ? []
      : [
          {
            path: [...path, 'values', index],
            message: `nobody may ${value}; what can be done is one of: ${DISPOSALS.join(', ')}`,
          },
        ],
  );
}
