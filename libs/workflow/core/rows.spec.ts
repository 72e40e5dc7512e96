import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands } from './allowed.js';
import { compileDefinition } from './compile.js';
import { decide } from './decide.js';
import { changedFacts } from './effects.js';
import type { Scene } from './scene.js';
import type { Actor, Subject } from './types.js';
import { user } from '../testing/tiny.js';

/** Rows of a list: who may give a command about one, one row more, and changing some of them. */

const words = { zh: 'x', en: 'x' };
const world = { roles: ['cook', 'chef'], ladders: [] };
const dish = { row: { list: 'facts.dishes', id: 'params.dishId' } };

function menu() {
  return {
    name: 'menu',
    title: words,
    initial: 'kept',
    facts: {
      dishes: { type: 'list', item: { title: 'text', stove: 'id', cookId: 'id', status: 'text' } },
    },
    states: { kept: { label: words }, shut: { label: words, final: true } },
    create: { label: words, who: ['chef'], outcomes: [{ event: 'written' }] },
    commands: {
      plan: {
        label: words,
        from: ['kept'],
        who: ['chef'],
        params: {
          title: { type: 'text', required: true, label: words },
          stove: { type: 'id', label: words },
        },
        outcomes: [
          {
            event: 'planned',
            set: {
              dishes: { add: { title: 'params.title', stove: 'params.stove', status: 'new' } },
            },
          },
        ],
      },
      serve: {
        label: words,
        from: ['kept'],
        who: [
          { ...dish, unit: 'stove', role: 'cook' },
          { ...dish, person: 'cookId' },
        ] as unknown[],
        params: { dishId: { type: 'id', required: true, label: words } },
        outcomes: [
          {
            event: 'served',
            set: { dishes: { patch: { id: 'params.dishId', with: { status: 'served' } } } },
          },
        ],
      },
      shut: {
        label: words,
        from: ['kept'],
        who: ['chef'],
        outcomes: [
          {
            to: 'shut',
            event: 'shut',
            set: {
              dishes: { patch: { where: { status: 'new' }, with: { status: 'left' } } } as unknown,
            },
          },
        ],
      },
    },
  };
}

function definition() {
  const compiled = compileDefinition(menu(), [], world);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.definition;
}

const dishes = [
  { id: 'soup', title: '汤', stove: 'east', cookId: null, status: 'new' },
  { id: 'fish', title: '鱼', stove: 'west', cookId: 'li', status: 'new' },
];
const aMenu = (rows: Subject['facts'][string] = dishes): Subject => ({
  id: 'menu-1',
  state: 'kept',
  version: 4,
  facts: { dishes: rows },
  clocks: [],
});

const east = user('wang', ['cook'], 'east');
const west = user('zhao', ['cook'], 'west');
const owner = user('li', ['chef']);
const serve = (dishId: string, actor: Actor) =>
  decide(
    definition(),
    aMenu(),
    { name: 'serve', actor, params: { dishId }, expectedVersion: 4 },
    1,
  );

describe('who a row is given to', () => {
  test.each([
    ['a role in the unit of the row', 'soup', east, true],
    ['a role in the unit of another row', 'fish', east, false],
    ['the person whom the row names', 'fish', owner, true],
    ['the person whom another row names', 'soup', owner, false],
    ['another role in the unit', 'soup', user('x', ['chef'], 'east'), false],
    ['a role in no unit', 'soup', user('y', ['cook']), false],
  ] as const)('%s', (_, dishId, actor, expected) => {
    expect(serve(dishId, actor).ok).toBe(expected);
  });

  test('is offered the command as long as some row is theirs', () => {
    const offered = (actor: Actor, rows = dishes) =>
      allowedCommands(definition(), aMenu(rows), actor, 1).map(({ command }) => command);
    expect(offered(west)).toContain('serve');
    expect(offered(west, dishes.slice(0, 1))).not.toContain('serve');
  });

  test('whatever is accepted was offered', () => {
    const ids = fc.constantFrom('east', 'west', null);
    const row = fc.record({ id: fc.constantFrom('a', 'b'), stove: ids, cookId: ids });
    const actor = fc.record({ id: fc.constantFrom('east', 'li'), unitId: ids });
    fc.assert(
      fc.property(fc.array(row), actor, fc.constantFrom('a', 'b'), (rows, who, dishId) => {
        const cook: Actor = { kind: 'user', roles: ['cook'], ...who };
        const subject = aMenu(rows);
        const command = { name: 'serve', actor: cook, params: { dishId }, expectedVersion: 4 };
        const offers = allowedCommands(definition(), subject, cook, 1);
        if (decide(definition(), subject, command, 1).ok)
          expect(offers.map(({ command: name }) => name)).toContain('serve');
      }),
    );
  });
});

describe('rows', () => {
  const scene: Scene = {
    definition: definition(),
    subject: aMenu(),
    actor: owner,
    params: { title: '饭', cookId: null },
    now: 7,
  };

  test('gain one that is complete, and named after the version that brought it', () => {
    const set = { dishes: { add: { title: 'params.title', status: 'new' } } };
    expect(changedFacts(set, scene)['dishes']).toEqual([
      ...dishes,
      { id: '5-1', title: '饭', stove: null, cookId: null, status: 'new' },
    ]);
  });

  test('that are alike are changed together, and others not', () => {
    const patch = { where: { stove: 'west' }, with: { status: 'left' } };
    expect(changedFacts({ dishes: { patch } }, scene)['dishes']).toEqual([
      dishes[0],
      { ...dishes[1], status: 'left' },
    ]);
  });

  test('keep what no value is given for', () => {
    const patch = { id: 'fish', given: { cookId: 'params.cookId', title: 'params.title' } };
    expect(changedFacts({ dishes: { patch } }, scene)['dishes']).toEqual([
      dishes[0],
      { ...dishes[1], title: '饭' },
    ]);
  });
});

describe('mistakes about rows', () => {
  const problemsOf = (change: (document: ReturnType<typeof menu>) => void): string => {
    const document = menu();
    change(document);
    const compiled = compileDefinition(document, [], world);
    return compiled.ok
      ? ''
      : compiled.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  };
  const served = 'commands.serve.who.0';

  test.each<[string, object, string]>([
    [
      'no list',
      { row: { list: 'facts.menus', id: 'params.dishId' }, person: 'cookId' },
      `${served}.row.list: There is no fact “menus”`,
    ],
    [
      'a field that is no id',
      { ...dish, person: 'title' },
      `${served}.person: The rows have no id “title”`,
    ],
    [
      'a field that is not there',
      { ...dish, unit: 'oven', role: 'cook' },
      `${served}.unit: The rows have no id “oven”`,
    ],
    [
      'a parameter that is not there',
      { row: { list: 'facts.dishes', id: 'params.menuId' }, person: 'cookId' },
      `${served}.row.id: There is no parameter “menuId”`,
    ],
    [
      'an unknown role',
      { ...dish, unit: 'stove', role: 'pope' },
      `${served}.role: There is no role “pope”`,
    ],
  ])('%s', (_, who, line) => {
    expect(problemsOf(({ commands }) => (commands.serve.who = [who]))).toContain(line);
  });

  test.each<[string, unknown, string]>([
    ['rows by nothing', { patch: { with: { status: 'x' } } }, 'Say which rows'],
    [
      'rows by two things',
      { patch: { id: 'soup', where: { status: 'x' }, with: { status: 'x' } } },
      'Say which rows',
    ],
    ['no change', { patch: { where: { status: 'new' } } }, 'Say what changes'],
    [
      'a cell that is not there',
      { patch: { where: { colour: 'x' }, with: { status: 'x' } } },
      'The rows have no field “colour”',
    ],
    ['a value that does not fit', { add: { stove: 7 } }, 'add.stove: 7 does not fit id'],
  ])('%s', (_, value, line) => {
    expect(
      problemsOf(({ commands }) => {
        const [outcome] = commands.shut.outcomes;
        if (outcome !== undefined) outcome.set = { dishes: value };
      }),
    ).toContain(line);
  });
});
