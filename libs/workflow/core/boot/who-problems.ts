import type { Who } from '../declaration.js';
import type { Definition, SetValue } from '../definition.js';
import { unknownState } from './name-problems.js';
import {
  placedRules,
  problem,
  type Path,
  type PlacedRule,
  type Problem,
  type World,
} from './problem.js';

/** Roles that do not exist, and commands that nobody could ever give. */
export function whoProblems(definition: Definition, world: World): Problem[] {
  return placedRules(definition).flatMap((rule) => [
    ...nobodyProblems(rule),
    ...rule.rule.who.flatMap((who, index) =>
      entryProblems(who, [...rule.path, 'who', index], rule, definition, world),
    ),
    ...targetProblems(rule, world),
  ]);
}

function nobodyProblems({ path, rule }: PlacedRule): Problem[] {
  return rule.who.length > 0 ? [] : [problem([...path, 'who'], 'Nobody may give this command')];
}

function entryProblems(
  who: Who,
  path: Path,
  rule: PlacedRule,
  definition: Definition,
  world: World,
): Problem[] {
  const { from } = rule;
  if (typeof who === 'string') return who === 'system' ? [] : roleProblems(who, path, world);
  if ('listed' in who) return filledProblems(who.listed, 'ids', [...path, 'listed'], definition);
  if ('row' in who) return rowProblems(who, path, rule, definition, world);
  const states = (who.in ?? []).flatMap((state, index) => {
    const place = [...path, 'in', index];
    if (!Object.hasOwn(definition.states, state)) return [unknownState(place, state)];
    return from.includes(state)
      ? []
      : [problem(place, `The command is not given from the state “${state}”`)];
  });
  const unit =
    who.unit === undefined ? [] : filledProblems(who.unit, 'id', [...path, 'unit'], definition);
  const units =
    who.unitIn === undefined
      ? []
      : filledProblems(who.unitIn, 'ids', [...path, 'unitIn'], definition);
  return [...roleProblems(who.role, [...path, 'role'], world), ...states, ...unit, ...units];
}

type RowEntry = Extract<Who, { row: unknown }>;

/** The list is one whose rows somebody adds, the field holds an id, and the command says which row it is about. */
function rowProblems(
  who: RowEntry,
  path: Path,
  { rule }: PlacedRule,
  definition: Definition,
  world: World,
): Problem[] {
  const name = who.row.list.slice('facts.'.length);
  const param = who.row.id.slice('params.'.length);
  const key = 'person' in who ? 'person' : 'unit';
  const field = 'person' in who ? who.person : who.unit;
  const fact = Object.hasOwn(definition.facts, name) ? definition.facts[name] : undefined;
  const given = Object.hasOwn(rule.params, param) ? rule.params[param] : undefined;
  return [
    ...filledProblems(who.row.list, 'list', [...path, 'row', 'list'], definition),
    ...(fact?.type === 'list' && fact.item[field] !== 'id'
      ? [problem([...path, key], `The rows have no id “${field}”`)]
      : []),
    ...(given?.type === 'id'
      ? []
      : [problem([...path, 'row', 'id'], `There is no parameter “${param}” of type id`)]),
    ...('role' in who ? roleProblems(who.role, [...path, 'role'], world) : []),
  ];
}

function roleProblems(role: string, path: Path, world: World): Problem[] {
  return world.roles.includes(role) ? [] : [problem(path, `There is no role “${role}”`)];
}

/** A fact that decides who may give a command must exist, and must come to have a value. */
function filledProblems(
  reference: string,
  type: 'id' | 'ids' | 'list',
  path: Path,
  definition: Definition,
): Problem[] {
  const name = reference.slice('facts.'.length);
  const fact = Object.hasOwn(definition.facts, name) ? definition.facts[name] : undefined;
  if (fact === undefined) return [problem(path, `There is no fact “${name}”`)];
  if (fact.type !== type) return [problem(path, `The fact “${name}” must be of type ${type}`)];
  if (fact.derived || isEverSet(name, definition)) return [];
  return [problem(path, `Nothing ever fills the fact “${name}”, so nobody would be meant`)];
}

function isEverSet(name: string, definition: Definition): boolean {
  return placedRules(definition).some(({ outcomes }) =>
    outcomes.some(({ set }) => Object.hasOwn(set, name) && !isNull(set[name])),
  );
}

function isNull(value: SetValue | undefined): boolean {
  if (typeof value === 'object' && value !== null && 'literal' in value) {
    return value.literal === null;
  }
  return value === null;
}

/** Messages to `role:x` or `unit:x`: a role, or `lead`, the head of a unit. */
function targetProblems({ path, outcomes }: PlacedRule, world: World): Problem[] {
  return outcomes.flatMap(({ notify }, outcome) =>
    notify.flatMap(({ to }, message) =>
      to.flatMap((target, index) => {
        const [kind, name = ''] = target.split(':');
        const known = kind === 'unit' && name === 'lead' ? true : world.roles.includes(name);
        return (kind === 'role' || kind === 'unit') && !known
          ? [
              problem(
                [...path, 'outcomes', outcome, 'notify', message, 'to', index],
                `There is no role “${name}”`,
              ),
            ]
          : [];
      }),
    ),
  );
}
