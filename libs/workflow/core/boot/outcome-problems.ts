import type { Definition } from '../definition.js';
import { holdsIn } from '../holds-in.js';
import { placedRules, problem, type PlacedRule, type Problem } from './problem.js';

/** The first outcome whose `when` holds is taken; the last has none, so that one always is. */
export function outcomeProblems(definition: Definition): Problem[] {
  return placedRules(definition).flatMap(problemsOfRule);
}

function problemsOfRule({ path, outcomes, from }: PlacedRule): Problem[] {
  const firstCertain = outcomes.findIndex(({ when }) => when === undefined);
  const lacksLast =
    firstCertain === -1
      ? [
          problem(
            [...path, 'outcomes', outcomes.length - 1, 'when'],
            'The last outcome needs no `when`, so that there always is one',
          ),
        ]
      : [];
  const seen = new Set<string>();
  const never = outcomes.flatMap(({ when }, index) => {
    const place = [...path, 'outcomes', index];
    if (firstCertain !== -1 && index > firstCertain) {
      return [problem(place, 'Never chosen: an earlier outcome has no `when`')];
    }
    if (when === undefined) return [];
    const text = JSON.stringify(when);
    if (seen.has(text))
      return [problem(place, 'Never chosen: an earlier outcome has the same `when`')];
    seen.add(text);
    return from.every((state) => holdsIn(when, state) === false)
      ? [problem([...place, 'when'], 'Never chosen: the command is not given from such a state')]
      : [];
  });
  return [...lacksLast, ...never];
}
