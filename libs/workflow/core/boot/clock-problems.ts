import type { ClockRule } from '../compiled.js';
import type { Definition } from '../definition.js';
import { placedRules, repeats, type Path, type Problem, type World } from './problem.js';

/** Clocks that could never start or stop as written, or that lean on a ladder that is not there. */
export function clockProblems(
  definition: Definition,
  clocks: readonly ClockRule[],
  world: World,
): Problem[] {
  const emitted = new Set([
    ...definition.emits,
    ...placedRules(definition).flatMap(({ outcomes }) => outcomes.map(({ event }) => event)),
  ]);
  const names = clocks.map(({ name }) => name);
  return [
    ...repeats(names).map((i) =>
      clockProblem(['clocks', names[i] ?? ''], `There are two clocks “${names[i] ?? ''}”`),
    ),
    ...clocks.flatMap((clock) => [
      ...eventProblems(clock, emitted),
      ...contradictions(clock),
      ...ladderProblems(clock, world),
      ...actProblems(clock, definition),
      ...tellProblems(clock, definition),
    ]),
  ];
}

function clockProblem(path: Path, message: string): Problem {
  return { file: 'clocks', path, message };
}

function eventProblems(clock: ClockRule, emitted: ReadonlySet<string>): Problem[] {
  const lists = { starts: clock.starts, stops: clock.stops, continues: clock.continues ?? [] };
  const unknown = Object.entries(lists).flatMap(([key, events]) =>
    events.flatMap((event, index) =>
      emitted.has(event)
        ? []
        : [clockProblem(['clocks', clock.name, key, index], `Nothing emits the event “${event}”`)],
    ),
  );
  if (clock.starts.length > 0) return unknown;
  return [...unknown, clockProblem(['clocks', clock.name, 'starts'], 'Nothing starts this clock')];
}

function contradictions(clock: ClockRule): Problem[] {
  return (clock.continues ?? []).flatMap((event, index) =>
    clock.starts.includes(event) || clock.stops.includes(event)
      ? [
          clockProblem(
            ['clocks', clock.name, 'continues', index],
            `“${event}” also starts or stops this clock`,
          ),
        ]
      : [],
  );
}

function ladderProblems({ name, ladder }: ClockRule, world: World): Problem[] {
  return ladder === undefined || world.ladders.includes(ladder)
    ? []
    : [clockProblem(['clocks', name, 'ladder', 'name'], `There is no ladder “${ladder}”`)];
}

/** A timer gives a command without parameters, as the program itself. */
function actProblems({ name, act }: ClockRule, { commands }: Definition): Problem[] {
  if (act === undefined) return [];
  const command = Object.hasOwn(commands, act) ? commands[act] : undefined;
  const path = ['clocks', name, 'act'];
  if (command === undefined) return [clockProblem(path, `There is no command “${act}”`)];
  if (!command.who.includes('system'))
    return [clockProblem(path, `The program may not give “${act}”: add system to its “who”`)];
  const asks = Object.entries(command.params).flatMap(([param, { required }]) =>
    required ? [param] : [],
  );
  return asks.map((param) => clockProblem(path, `“${act}” asks for “${param}”; nobody is there`));
}

/** Units are listed by a fact of ids, a person is named by one of an id. */
const FACTS_BEHIND: ReadonlyMap<string, 'ids' | 'id'> = new Map([
  ['units', 'ids'],
  ['person', 'id'],
]);

function tellProblems({ name, tell = [] }: ClockRule, { facts }: Definition): Problem[] {
  return tell.flatMap((target, index) => {
    const [kind = '', fact = ''] = target.split(':');
    const wanted = FACTS_BEHIND.get(kind);
    if (wanted === undefined) return [];
    const path = ['clocks', name, 'tell', index];
    const found = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (found === undefined) return [clockProblem(path, `There is no fact “${fact}”`)];
    return found.type === wanted
      ? []
      : [clockProblem(path, `The fact “${fact}” must be of type ${wanted}`)];
  });
}
