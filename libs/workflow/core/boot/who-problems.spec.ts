import { describe, expect, test } from '@jest/globals';
import { lines, problemsOf, replaced, spoiled } from '../../testing/spoil.js';
import { clocks, tinyDocument } from '../../testing/tiny.js';

const send = ['commands', 'send'];
const sent = [...send, 'outcomes', 0];

describe('who', () => {
  test.each<[string, unknown, string]>([
    ['nobody', [], 'commands.send.who: Nobody may give this command'],
    ['an unknown role', ['pope'], 'commands.send.who.0: There is no role “pope”'],
    [
      'an unknown role in a unit',
      [{ role: 'pope', unit: 'facts.unitId' }],
      'who.0.role: There is no',
    ],
    ['an unknown fact', [{ listed: 'facts.friends' }], 'who.0.listed: There is no fact “friends”'],
    [
      'a fact of the wrong type',
      [{ listed: 'facts.unitId' }],
      'who.0.listed: The fact “unitId” must',
    ],
    [
      'units by a fact of one unit',
      [{ role: 'editor', unitIn: 'facts.unitId' }],
      'who.0.unitIn: The fact “unitId” must be of type ids',
    ],
    [
      'units by a fact that is not there',
      [{ role: 'editor', unitIn: 'facts.asked' }],
      'who.0.unitIn: There is no fact “asked”',
    ],
    [
      'a state it is not given from',
      [{ role: 'editor', in: ['done'] }],
      'who.0.in.0: The command is not',
    ],
  ])('%s', (_, who, line) => {
    expect(lines(problemsOf(spoiled([...send, 'who'], who))).join('\n')).toContain(line);
  });

  test('units that nothing ever lists', () => {
    const asked = { ...tinyDocument().facts, asked: { type: 'ids' } };
    const document = { ...tinyDocument(), facts: asked };
    const who = [{ role: 'editor', unitIn: 'facts.asked' }];
    expect(lines(problemsOf(replaced(document, [...send, 'who'], who)))).toEqual([
      'commands.send.who.0.unitIn: Nothing ever fills the fact “asked”, so nobody would be meant',
    ]);
  });

  test('a unit that nothing ever names', () => {
    const document = spoiled(['create', 'outcomes', 0, 'set', 'unitId'], null);
    expect(lines(problemsOf(document))).toEqual([
      'commands.send.who.1.unit: Nothing ever fills the fact “unitId”, so nobody would be meant',
    ]);
  });

  test('a message to a role that does not exist', () => {
    const document = spoiled(
      [...sent, 'notify', 0, 'to'],
      ['unit:lead', 'unit:pope', 'user:facts.sentAt'],
    );
    expect(lines(problemsOf(document))).toEqual([
      'commands.send.outcomes.0.notify.0.to.1: There is no role “pope”',
      'commands.send.outcomes.0.notify.0.to.2: Must be id or ids, and is time',
    ]);
  });
});

test('a clock that tells people by facts finds them', () => {
  const [answer] = clocks;
  if (answer === undefined) throw new Error('no clock');
  const told = [
    { ...answer, tell: ['person:ownerId', 'units:unitId', 'person:boss', 'unit:lead'] },
  ];
  expect(lines(problemsOf(tinyDocument(), told))).toEqual([
    'clocks.answer.tell.1: The fact “unitId” must be of type ids',
    'clocks.answer.tell.2: There is no fact “boss”',
  ]);
});
