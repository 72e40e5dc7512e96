import fc from 'fast-check';
import { compileDefinition } from '../core/compile.js';
import type { ClockRule, CompiledDefinition } from '../core/compiled.js';

const label = { zh: 'x', en: 'x' };
const stateNames = ['s0', 's1', 's2', 's3'];
const events = ['e0', 'e1', 'e2', 'e3', 'e4'];
const someStates = fc.subarray(stateNames, { minLength: 1 });
const someEvents = fc.subarray(events);

const smallSet = fc.record(
  {
    grade: fc.constantFrom('low', 'high', 'params.grade'),
    place: fc.constantFrom('state', null, 'params.text'),
    count: fc.constantFrom(1, null, 'params.number'),
    at: fc.constantFrom('now', null),
    rows: fc.constantFrom(
      { append: 'params.rows', with: { mark: 'params.text' } },
      { append: 'params.rows' },
      { add: { name: 'params.text', mark: 'place' } },
    ),
    asked: fc.constantFrom(
      'params.ids',
      null,
      { without: 'actor.id' },
      { without: 'actor.unitId' },
    ),
  },
  { requiredKeys: [] },
);

const smallCheck = fc.constantFrom<unknown>(
  { present: 'facts.place' },
  { equals: ['facts.grade', 'high'] },
  { not: { after: ['params.time', 'now'] } },
  { any: [{ atLeast: { value: 'params.number', min: 5 } }, { present: 'facts.rows' }] },
  { every: { list: 'facts.rows', field: 'mark', in: ['text'] } },
);

const smallCommand = fc.record({
  from: fc.oneof(fc.constant('open'), someStates),
  who: fc.subarray(['a', 'b', 'system', { role: 'b', unitIn: 'facts.asked' }], { minLength: 1 }),
  needs: fc.array(smallCheck, { maxLength: 1 }),
  first: fc.option(
    fc.record({ when: smallCheck, event: fc.constantFrom(...events), set: smallSet }),
  ),
  to: fc.oneof(
    fc.constantFrom(undefined, ...stateNames),
    someStates.map((among) => ({ fact: 'place', among })),
  ),
  event: fc.constantFrom(...events),
  set: smallSet,
});

const smallClock = fc.record({ starts: someEvents, stops: someEvents, continues: someEvents });

const params = {
  grade: { type: 'enum', values: ['low', 'high'], required: true, label },
  text: { type: 'text', max: 4, label },
  number: { type: 'number', min: 0, max: 9, label },
  time: { type: 'time', label },
  ids: { type: 'ids', label },
  rows: { type: 'list', max: 2, label, item: { name: { type: 'text', max: 4, label } } },
};

/** Definitions at random; those that the boot would refuse are passed over. */
export const smallDefinitions: fc.Arbitrary<CompiledDefinition> = fc
  .record({
    commands: fc.array(smallCommand, { minLength: 3, maxLength: 6 }),
    clocks: fc.array(smallClock, { maxLength: 3 }),
    finals: fc.subarray(['s2', 's3'], { minLength: 1 }),
  })
  .map(({ commands, clocks, finals }) => {
    const commandEntries = commands.map(({ needs, first, to, event, set, from, who }, index) => [
      `c${String(index)}`,
      {
        label,
        from,
        who,
        params,
        needs: needs.map((check) => ({ code: 'need.it', message: label, check })),
        outcomes: [
          ...(first === null ? [] : [first]),
          { event, set, ...(to === undefined ? {} : { to }) },
        ],
      },
    ]);
    const source = {
      name: 'small',
      title: label,
      initial: 's0',
      grade: 'grade',
      facts: {
        grade: { type: 'enum', values: ['low', 'high'], initial: 'low' },
        place: { type: 'text' },
        count: { type: 'number' },
        at: { type: 'time' },
        rows: { type: 'list', item: { name: 'text', mark: 'text' } },
        asked: { type: 'ids' },
      },
      states: Object.fromEntries(
        stateNames.map((name) => [name, { label, final: finals.includes(name) }]),
      ),
      create: { label, who: ['system'], outcomes: [{ event: 'born' }] },
      commands: Object.fromEntries(commandEntries) as unknown,
    };
    return { source, rules: clocks.map((clock, index) => clockRule(clock, index)) };
  })
  .map(({ source, rules }) => compileDefinition(source, rules, { roles: ['a', 'b'], ladders: [] }))
  .filter((compiled) => compiled.ok)
  .map(({ definition }) => definition);

function clockRule(
  { starts, stops, continues }: { starts: string[]; stops: string[]; continues: string[] },
  index: number,
): ClockRule {
  const name = `k${String(index)}`;
  return { name, starts: ['born', ...starts], stops, continues, legal: false };
}
