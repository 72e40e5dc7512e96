import { statesOf, type Definition, type Target } from './definition.js';
import { holdsIn } from './holds-in.js';
import type { Words } from './types.js';

/** A command that can lead from one state to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: Words;
}

/** All moves between states, without those that no subject in such a state can make. */
export function arrowsOf(definition: Definition): Arrow[] {
  return Object.values(definition.commands).flatMap((rule) =>
    statesOf(rule, definition).flatMap((from) =>
      outcomesIn(rule, from).flatMap(({ to }) =>
        targetsOf(to).map((target) => ({ from, to: target, label: rule.label })),
      ),
    ),
  );
}

type Rule = Definition['commands'][string];

/** The outcomes that a command can have in a state: up to the first that it always has there. */
function outcomesIn({ outcomes }: Rule, state: string): Rule['outcomes'] {
  const known = outcomes.map(({ when }) => when === undefined || holdsIn(when, state));
  const certain = known.indexOf(true);
  return outcomes.filter(
    (_, index) => known[index] !== false && (certain === -1 || index <= certain),
  );
}

/** The states that an outcome may lead to: several when it is taken from a fact, none when it stays. */
export function targetsOf(to: Target | undefined): readonly string[] {
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to.among;
}
