import { describe, expect, test } from '@jest/globals';
import { compileDefinition } from './compile.js';
import { lines, problemsOf, spoiled, type Path } from '../testing/spoil.js';
import { clocks, tinyDocument, world } from '../testing/tiny.js';

const send = ['commands', 'send'];
const sent = [...send, 'outcomes', 0];
const label = { zh: 'x', en: 'x' };
const need = (check: unknown) => [{ code: 'send.x', message: label, check }];
const lonely = { label, from: ['draft'], who: ['writer'], outcomes: [{ event: 'x' }] };

describe('a definition', () => {
  test('without mistakes compiles', () => {
    expect(problemsOf(tinyDocument())).toEqual([]);
  });

  test('compiles again from what is stored of it', () => {
    const compiled = compileDefinition(tinyDocument(), clocks, world);
    const source: unknown = compiled.ok
      ? JSON.parse(JSON.stringify(compiled.definition.source))
      : null;
    const again = compileDefinition(source, clocks, world);
    expect(again.ok && again.definition.source).toEqual(source);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'letter'],
    ['a list', []],
  ])('is not %s', (_, document) => {
    expect(problemsOf(document).length).toBeGreaterThan(0);
  });
});

describe('the shape', () => {
  test.each<[string, Path, unknown, string]>([
    ['an unknown key', ['colour'], 'red', 'colour: “colour” is not known here'],
    ['an unknown key deep inside', [...sent, 'sets'], {}, 'commands.send.outcomes.0.sets: “sets”'],
    ['a bad name', ['initial'], 'Draft!', 'initial: Use small letters'],
    ['a missing language', ['title'], { zh: '信' }, 'title.en: '],
    [
      'an unknown condition',
      [...sent, 'when'],
      { isMonday: true },
      'when: This is none of the forms',
    ],
    [
      'a condition with a wrong part',
      [...sent, 'when'],
      { any: [{ atLeast: { value: 'facts.parts' } }] },
      'commands.send.outcomes.0.when.any.0.atLeast.min: ',
    ],
    ['code in place of a condition', [...sent, 'when'], 'facts.urgency == 1', 'when: This is none'],
    [
      'an odd message target',
      [...sent, 'notify', 0, 'to'],
      ['everybody'],
      'notify.0.to.0: Write role:',
    ],
  ])('%s is named with its place', (_, path, value, line) => {
    const found = lines(problemsOf(spoiled(path, value)));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(line);
  });
});

describe('mistakes that only the whole document shows', () => {
  test.each<[string, Path, unknown, string]>([
    ['an unknown initial state', ['initial'], 'nowhere', 'initial: There is no state “nowhere”'],
    [
      'a final initial state',
      ['initial'],
      'done',
      'initial: A subject cannot begin in a final state',
    ],
    ['a state nobody reaches', ['states', 'attic'], { label }, 'states.attic: No command leads to'],
    [
      'an unknown source state',
      [...send, 'from'],
      ['attic'],
      'commands.send.from.0: There is no state',
    ],
    [
      'a source state twice',
      [...send, 'from'],
      ['draft', 'draft'],
      'from.1: The state “draft” is listed',
    ],
    ['no source state', [...send, 'from'], [], 'commands.send.from: Given from no state'],
    [
      'an unknown target state',
      [...sent, 'to'],
      'attic',
      'commands.send.outcomes.0.to: There is no',
    ],
    [
      'an unknown state among several',
      ['commands', 'find', 'outcomes', 0, 'to', 'among', 1],
      'attic',
      'commands.find.outcomes.0.to.among.1: There is no state',
    ],
    ['a state named open', ['states', 'open'], { label }, 'states.open: “open” stands for'],
    [
      'a command named create',
      ['commands', 'create'],
      lonely,
      'commands.create: “create” has its own',
    ],
    [
      'a need code twice',
      [...send, 'needs', 1, 'code'],
      'send.note-missing',
      'needs.1.code: The code',
    ],
    [
      'a need about nothing',
      [...send, 'needs', 0, 'path'],
      'mood',
      'needs.0.path: There is no parameter',
    ],
    [
      'an enum value twice',
      ['facts', 'urgency', 'values'],
      ['low', 'high', 'low'],
      'values.2: The value',
    ],
    [
      'an initial value out of the enum',
      ['facts', 'urgency', 'initial'],
      'mid',
      'initial: “mid” is not',
    ],
    [
      'a row field named id',
      ['facts', 'parts', 'item', 'id'],
      'id',
      'facts.parts.item.id: Every row',
    ],
    ['limits upside down', [...send, 'params', 'note', 'min'], 30, 'note.min: The least is more'],
    [
      'an outside event of our own',
      ['emits'],
      ['stamped', 'sent'],
      'emits.1: “sent” is emitted by a',
    ],
  ])('%s', (_, path, value, line) => {
    expect(lines(problemsOf(spoiled(path, value))).join('\n')).toContain(line);
  });
});

test('a state from which nothing leads to an end is found', () => {
  const document = tinyDocument();
  const states = { ...document.states, done: { label } };
  const lose = { ...document.commands.lose, from: ['draft', 'out'] };
  const commands = { ...document.commands, lose };
  expect(lines(problemsOf({ ...document, states, commands }))).toEqual([
    'states.done: From the state “done” no final state can be reached',
  ]);
});

describe('types', () => {
  test.each<[string, unknown, string]>([
    ['an unknown fact', { present: 'facts.mood' }, 'present: There is no fact “mood”'],
    ['an unknown parameter', { present: 'params.mood' }, 'present: There is no parameter “mood”'],
    [
      'a slip in a reference',
      { equals: ['fact.urgency', 'low'] },
      'equals.0: “fact.urgency” refers',
    ],
    [
      'a value out of the enum',
      { equals: ['facts.urgency', 'mid'] },
      'equals: one of low, high can',
    ],
    [
      'an unknown state',
      { differs: ['state', 'attic'] },
      'differs: one of draft, out, done, lost can',
    ],
    ['two constants', { equals: ['a', 'b'] }, 'equals: "a" can never equal "b"'],
    ['a time against an id', { equals: ['now', 'actor.id'] }, 'equals: time can never equal id'],
    ['a whole list', { equals: ['facts.parts', null] }, 'equals: list can never equal null'],
    [
      'choices out of the enum',
      { oneOf: { value: 'state', in: ['out', 'up'] } },
      'oneOf.in.1: "up" is',
    ],
    [
      'the size of a time',
      { atLeast: { value: 'facts.sentAt', min: 1 } },
      'atLeast.value: Must be',
    ],
    ['a text as a time', { after: ['params.note', 'now'] }, 'after.0: Must be time, and is text'],
    [
      'rows of what is no list',
      { every: { list: 'facts.unitId', field: 'x' } },
      'every.list: Must be',
    ],
    [
      'rows without the field',
      { every: { list: 'facts.parts', field: 'x' } },
      'every.field: The rows',
    ],
    [
      'a row by no id',
      { contains: { list: 'facts.parts', id: 'now', with: { size: 1 } } },
      'contains.id: Must be id, and is time',
    ],
    [
      'a clock that is a text',
      { clockMayPause: 'params.note' },
      'clockMayPause: Must be clock, and',
    ],
    [
      'something deep inside',
      { not: { all: [{ present: 'facts.x' }] } },
      'not.all.0.present: There is',
    ],
  ])('a condition on %s', (_, check, line) => {
    const found = lines(problemsOf(spoiled([...send, 'needs'], need(check)))).join('\n');
    expect(found).toContain(`commands.send.needs.0.check.${line}`);
  });

  test.each<[string, string, unknown, string]>([
    ['an unknown fact', 'mood', 'bad', 'mood: There is no fact “mood”'],
    ['a derived fact', 'readers', 'facts.readers', 'readers: The fact “readers” is derived'],
    ['a value of another type', 'ownerId', 'now', 'ownerId: time does not fit id'],
    [
      'a constant out of the enum',
      'urgency',
      'mid',
      'urgency: "mid" does not fit one of low, high',
    ],
    ['a grade that may go missing', 'urgency', null, 'urgency: The grade would be left without'],
    ['a row added to what is no list', 'ownerId', { add: {} }, 'ownerId: Only a list has rows'],
    ['an added row with an odd field', 'parts', { add: { size: 1 } }, 'parts.add.size: '],
    ['one fewer of what is one', 'ownerId', { without: 'actor.id' }, 'ownerId: Only ids can be'],
    [
      'one of several that does not fit',
      'sentAt',
      { firstPresent: ['now', 'x'] },
      'firstPresent.1: "x"',
    ],
    ['rows of no list', 'ownerId', { append: 'params.parts' }, 'ownerId: Only a list has rows'],
    [
      'a row field that is not there',
      'parts',
      { append: 'params.parts', with: { x: 1 } },
      'with.x: The',
    ],
    [
      'a patch by no id',
      'parts',
      { patch: { id: 'now', with: {} } },
      'patch.id: Must be id, and is time',
    ],
  ])('setting %s', (_, fact, value, line) => {
    const found = lines(problemsOf(spoiled([...sent, 'set', fact], value))).join('\n');
    expect(found).toContain(line);
  });

  test('a grade is an enum that always has a value', () => {
    expect(lines(problemsOf(spoiled(['grade'], 'mood')))).toEqual([
      'grade: There is no fact “mood”',
    ]);
    expect(lines(problemsOf(spoiled(['grade'], 'ownerId'))).join()).toContain(
      'grade: The grade must be',
    );
  });

  test('a state is taken from a text', () => {
    const document = spoiled(['commands', 'find', 'outcomes', 0, 'to', 'fact'], 'sentAt');
    expect(lines(problemsOf(document)).join()).toContain(
      'to.fact: Must be text or enum, and is time',
    );
  });

  test('a command that pauses a clock asks whether the law allows it', () => {
    expect(lines(problemsOf(spoiled(['commands', 'hold', 'needs'], [])))).toEqual([
      'commands.hold.clock: Needs the condition {"clockMayPause":"params.clock"}',
      'commands.hold.clock: Needs the condition {"clockIs":{"clock":"params.clock","is":"running"}}',
    ]);
  });
});

describe('outcomes', () => {
  const outcomes = (...whens: unknown[]) =>
    spoiled(
      [...send, 'outcomes'],
      whens.map((when) => ({ to: 'out', event: 'sent', ...(when === null ? {} : { when }) })),
    );
  const low = { equals: ['params.urgency', 'low'] };

  test.each<[string, unknown[], string]>([
    [
      'one after a certain one',
      [null, low, null],
      'outcomes.1: Never chosen: an earlier outcome has no',
    ],
    [
      'the same condition twice',
      [low, low, null],
      'outcomes.1: Never chosen: an earlier outcome has the',
    ],
    ['a last one with a condition', [low], 'outcomes.0.when: The last outcome needs no `when`'],
    [
      'a state it is not given from',
      [{ all: [low, { oneOf: { value: 'state', in: ['done', 'lost'] } }] }, null],
      'outcomes.0.when: Never chosen: the command is not given from such a state',
    ],
  ])('%s', (_, whens, line) => {
    expect(lines(problemsOf(outcomes(...whens))).join('\n')).toContain(line);
  });
});

describe('clocks', () => {
  const rule = { name: 'x', starts: ['sent'], stops: ['answered'], legal: false };
  test.each([
    [
      'an event that nobody emits',
      { ...rule, stops: ['burnt'] },
      'clocks.x.stops.0: Nothing emits',
    ],
    ['no start', { ...rule, starts: [] }, 'clocks.x.starts: Nothing starts this clock'],
    [
      'a contradiction',
      { ...rule, continues: ['sent'] },
      'clocks.x.continues.0: “sent” also starts',
    ],
    ['an unknown ladder', { ...rule, ladder: 'jacob' }, 'clocks.x.ladder.name: There is no ladder'],
    ['a name used before', { ...rule, name: 'answer' }, 'clocks.answer: There are two clocks'],
  ])('with %s are found in clocks.yaml', (_, extra, line) => {
    const problems = problemsOf(tinyDocument(), [...clocks, extra]);
    expect(lines(problems)).toEqual([expect.stringContaining(line)]);
    expect(problems[0]?.file).toBe('clocks');
  });
});
