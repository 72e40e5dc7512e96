import type { Fact, Param } from '../declaration.js';
import { targetsOf } from '../arrows.js';
import type { Definition } from '../definition.js';
import {
  placedRules,
  problem,
  repeats,
  type Path,
  type PlacedRule,
  type Problem,
} from './problem.js';

/** Names that nothing stands behind, that stand for two things, or that the engine keeps. */
export function nameProblems(definition: Definition): Problem[] {
  return [
    ...reserved(definition),
    ...initialProblems(definition),
    ...Object.entries(definition.facts).flatMap(([name, fact]) => factProblems(fact, name)),
    ...emitProblems(definition),
    ...placedRules(definition).flatMap((rule) => ruleProblems(rule, definition)),
  ];
}

function reserved(definition: Definition): Problem[] {
  const found: Problem[] = [];
  if (Object.hasOwn(definition.states, 'open')) {
    found.push(problem(['states', 'open'], '“open” stands for every state that is not final'));
  }
  if (Object.hasOwn(definition.commands, 'create')) {
    found.push(problem(['commands', 'create'], '“create” has its own place above the commands'));
  }
  return found;
}

function initialProblems(definition: Definition): Problem[] {
  const state = ownState(definition, definition.initial);
  if (state === undefined) return [unknownState(['initial'], definition.initial)];
  return state.final ? [problem(['initial'], 'A subject cannot begin in a final state')] : [];
}

function factProblems(fact: Fact, name: string): Problem[] {
  const path = ['facts', name];
  if (fact.type === 'enum') {
    const { initial, values } = fact;
    const strange = initial !== undefined && !values.includes(initial);
    return [
      ...repeated([...path, 'values'], values, 'value'),
      ...(strange ? [problem([...path, 'initial'], `“${initial}” is not among the values`)] : []),
    ];
  }
  if (fact.type === 'list' && Object.hasOwn(fact.item, 'id')) {
    return [reservedId(path)];
  }
  return [];
}

function reservedId(path: Path): Problem {
  return problem([...path, 'item', 'id'], 'Every row has an “id” without being told');
}

function emitProblems(definition: Definition): Problem[] {
  const own = new Set(placedRules(definition).flatMap((r) => r.outcomes.map((o) => o.event)));
  const both = definition.emits.flatMap((event, index) =>
    own.has(event)
      ? [problem(['emits', index], `“${event}” is emitted by a command, not from outside`)]
      : [],
  );
  return [...repeated(['emits'], definition.emits, 'event'), ...both];
}

function ruleProblems({ path, rule, outcomes }: PlacedRule, definition: Definition): Problem[] {
  const codes = rule.needs.map(({ code }) => code);
  return [
    ...('from' in rule && rule.from !== 'open' ? fromProblems(path, rule.from, definition) : []),
    ...Object.entries(rule.params).flatMap(([name, param]) =>
      paramProblems(param, [...path, 'params', name]),
    ),
    ...repeats(codes).map((i) =>
      problem([...path, 'needs', i, 'code'], `The code “${codes[i] ?? ''}” is used twice`),
    ),
    ...rule.needs.flatMap(({ path: about }, i) =>
      about === undefined || Object.hasOwn(rule.params, about)
        ? []
        : [problem([...path, 'needs', i, 'path'], `There is no parameter “${about}”`)],
    ),
    ...outcomes.flatMap(({ to }, i) =>
      targetsOf(to).flatMap((name, j) => {
        const place = [
          ...path,
          'outcomes',
          i,
          'to',
          ...(typeof to === 'string' ? [] : ['among', j]),
        ];
        return ownState(definition, name) === undefined ? [unknownState(place, name)] : [];
      }),
    ),
  ];
}

function fromProblems(path: Path, from: readonly string[], definition: Definition): Problem[] {
  const place = [...path, 'from'];
  if (from.length === 0) return [problem(place, 'Given from no state, it can never be given')];
  const unknown = from.flatMap((name, index) =>
    ownState(definition, name) === undefined ? [unknownState([...place, index], name)] : [],
  );
  return [...unknown, ...repeated(place, from, 'state')];
}

function paramProblems(param: Param, path: Path): Problem[] {
  if (param.type === 'enum') return repeated([...path, 'values'], param.values, 'value');
  if (param.type === 'list' && Object.hasOwn(param.item, 'id')) return [reservedId(path)];
  if (!('min' in param) || param.min === undefined || param.max === undefined) return [];
  return param.min > param.max
    ? [problem([...path, 'min'], 'The least is more than the most')]
    : [];
}

function ownState(definition: Definition, name: string): Definition['states'][string] | undefined {
  return Object.hasOwn(definition.states, name) ? definition.states[name] : undefined;
}

export function unknownState(path: Path, name: string): Problem {
  return problem(path, `There is no state “${name}”`);
}

function repeated(path: Path, values: readonly string[], what: string): Problem[] {
  return repeats(values).map((i) =>
    problem([...path, i], `The ${what} “${values[i] ?? ''}” is listed twice`),
  );
}
