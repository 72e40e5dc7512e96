import { arrowsOf, type Arrow } from '../arrows.js';
import type { Definition } from '../definition.js';
import { problem, type Problem } from './problem.js';

/** States that no subject can reach, and open states from which no subject can be closed. */
export function graphProblems(definition: Definition): Problem[] {
  const states = Object.keys(definition.states);
  const finals = states.filter((name) => definition.states[name]?.final === true);
  const arrows = arrowsOf(definition);
  const reached = closure([definition.initial], arrows);
  const closable = closure(
    finals,
    arrows.map(({ from, to }) => ({ from: to, to: from })),
  );
  const unreachable = states.filter((name) => !reached.has(name));
  const deadEnds = states.filter((name) => reached.has(name) && !closable.has(name));
  return [
    ...unreachable.map((name) =>
      problem(['states', name], `No command leads to the state “${name}”`),
    ),
    ...deadEnds.map((name) =>
      problem(['states', name], `From the state “${name}” no final state can be reached`),
    ),
  ];
}

function closure(
  start: readonly string[],
  arrows: readonly Pick<Arrow, 'from' | 'to'>[],
): Set<string> {
  const seen = new Set(start);
  const targets = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
  }
  // A Set is iterated over what is added on the way, too.
  for (const state of seen) for (const to of targets.get(state) ?? []) seen.add(to);
  return seen;
}
