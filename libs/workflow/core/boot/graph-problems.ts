import type { Definition } from '../definition.js';
import { targetsOf } from '../mermaid.js';
import { placedRules, problem, type Problem } from './problem.js';

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** States that no subject can reach, and open states from which no subject can be closed. */
export function graphProblems(definition: Definition): Problem[] {
  const states = Object.keys(definition.states);
  const finals = states.filter((name) => definition.states[name]?.final === true);
  const reached = closure([definition.initial], edgesOf(definition));
  const closable = closure(finals, reversed(edgesOf(definition)));
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

function edgesOf(definition: Definition): Edges {
  const edges = new Map<string, Set<string>>();
  for (const { from, outcomes } of placedRules(definition)) {
    const targets = outcomes.flatMap(({ to }) => targetsOf(to));
    for (const state of from) {
      edges.set(state, new Set([...(edges.get(state) ?? []), ...targets]));
    }
  }
  return edges;
}

function reversed(edges: Edges): Edges {
  const backwards = new Map<string, Set<string>>();
  for (const [from, targets] of edges) {
    for (const to of targets) backwards.set(to, (backwards.get(to) ?? new Set()).add(from));
  }
  return backwards;
}

function closure(start: readonly string[], edges: Edges): Set<string> {
  const seen = new Set(start);
  for (const state of seen) {
    for (const next of edges.get(state) ?? []) seen.add(next);
  }
  return seen;
}
