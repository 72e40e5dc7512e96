import { describe, expect, test } from '@jest/globals';
import { changeClocks, hearOutside } from './clock-changes.js';
import { decide } from './decide.js';
import type { Actor, Decision, Facts, LiveClock } from './types.js';
import { aLetter, clocks, editor, system, tinyDefinition, writer } from '../testing/tiny.js';

const definition = tinyDefinition();
const running = (...names: string[]): LiveClock[] =>
  names.map((clock) => ({ clock, state: 'running' }));

function change(event: string, live: LiveClock[], over = {}) {
  return changeClocks(clocks, live, { event, final: false, newGrade: null, ...over });
}

describe('an event', () => {
  test('stops before it starts, so a clock in both begins again', () => {
    expect(change('sent', running('answer', 'hold'))).toEqual({
      deadlines: [
        { change: 'stop', clock: 'answer', by: 'sent' },
        { change: 'stop', clock: 'hold', by: 'sent' },
        { change: 'start', clock: 'answer' },
        { change: 'start', clock: 'law' },
      ],
      clocks: running('answer', 'law'),
    });
  });

  test('does not start a clock that lives already, even paused', () => {
    const live: LiveClock[] = [{ clock: 'law', state: 'paused' }];
    expect(change('sent', live).deadlines).toEqual([{ change: 'start', clock: 'answer' }]);
    expect(change('sent', live).clocks).toContainEqual(live[0]);
  });

  test('lets the last stopped deadline run on', () => {
    expect(change('recalled', [])).toEqual({
      deadlines: [{ change: 'continue', clock: 'hold' }],
      clocks: running('hold'),
    });
    expect(change('recalled', running('hold')).deadlines).toEqual([]);
  });

  test('into a final state stops everything and starts nothing', () => {
    expect(change('sent', running('hold', 'law'), { final: true })).toEqual({
      deadlines: [
        { change: 'stop', clock: 'hold', by: 'sent' },
        { change: 'stop', clock: 'law', by: 'sent' },
      ],
      clocks: [],
    });
  });

  test('that changes the grade re-bases what lives on, once', () => {
    const rebase = { change: 'rebase', grade: 'high' };
    expect(change('sent', running('law'), { newGrade: 'high' }).deadlines).toContainEqual(rebase);
    expect(change('split', running('law', 'hold'), { newGrade: 'high' }).deadlines).toEqual([
      rebase,
    ]);
    expect(change('sent', running('hold'), { newGrade: 'high' }).deadlines).not.toContainEqual(
      rebase,
    );
  });

  test('from outside moves clocks and nothing else', () => {
    const subject = aLetter({ clocks: running('law') });
    expect(hearOutside(definition, subject, 'stamped')).toEqual({
      deadlines: [{ change: 'stop', clock: 'law', by: 'stamped' }],
      clocks: [],
    });
    expect(hearOutside(definition, subject, 'sent')).toEqual({
      deadlines: [],
      clocks: subject.clocks,
    });
  });
});

describe('pausing', () => {
  function hold(clock: string, live: LiveClock[]): Decision {
    const params = { clock, until: 99 };
    const command = { name: 'hold', actor: editor, params, expectedVersion: 3 };
    return decide(definition, aLetter({ clocks: live }), command, 1);
  }

  test('holds a running clock until the time given', () => {
    expect(hold('hold', running('hold'))).toMatchObject({
      deadlines: [{ change: 'pause', clock: 'hold', resumeBy: 99 }],
      subject: { clocks: [{ clock: 'hold', state: 'paused' }] },
    });
  });

  test.each<[string, string, LiveClock[], string[]]>([
    ['a legal clock', 'law', running('law'), ['hold.legal']],
    ['a clock that is dormant', 'hold', [{ clock: 'hold', state: 'dormant' }], ['hold.idle']],
    ['a clock that is not there', 'answer', [], ['hold.idle']],
    ['no clock of ours', 'cuckoo', [], ['param.choice']],
  ])('is refused for %s', (_, clock, live, codes) => {
    const decision = hold(clock, live);
    expect(!decision.ok && decision.reasons.map(({ code }) => code)).toEqual(codes);
  });
});

test('losing and finding a letter stops its clocks and lets them run on', () => {
  const give = (name: string, actor: Actor, subject = aLetter(), params: Facts = {}) =>
    decide(definition, subject, { name, actor, params, expectedVersion: subject.version }, 5);
  const lost = give('lose', writer, aLetter({ clocks: running('hold') }));
  expect(lost).toMatchObject({ subject: { clocks: [] } });
  const found = lost.ok ? give('find', system, lost.subject) : lost;
  expect(found).toMatchObject({
    subject: { state: 'draft', clocks: running('hold') },
    deadlines: [{ change: 'continue', clock: 'hold' }],
  });
});
