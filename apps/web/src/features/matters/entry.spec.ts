import { describe, expect, it } from '@jest/globals';
import { entryOf, matterOf, wrongWith, type Entry } from './entry';

const ZONE = 'Asia/Shanghai';
const whole: Entry = {
  ...entryOf(null, ZONE),
  ...{ title: '停水', kind: 'interruption', what: '城东停水', place: '城东' },
  ...{ startsAt: '2026-03-10T08:00', endsAt: '2026-03-10T20:00' },
};

describe('a matter as it is typed', () => {
  it('is sent with its times in the zone of the organisation, without blank questions', () => {
    expect(matterOf(whole, ZONE)).toEqual({
      ...{ title: '停水', kind: 'interruption', what: '城东停水', place: '城东', questions: [] },
      ...{ startsAt: '2026-03-10T00:00:00.000Z', endsAt: '2026-03-10T12:00:00.000Z' },
    });
  });

  it('says of everything at once what is missing', () => {
    expect(wrongWith(entryOf(null, ZONE), ZONE)).toEqual({
      ...{ title: 'missing', kind: 'missing', what: 'missing', place: 'missing' },
      ...{ startsAt: 'time', endsAt: 'time' },
    });
  });

  it('ends after it begins, and answers every question', () => {
    const questions = [{ question: '多久', answer: ' ' }];
    const wrong = { ...whole, endsAt: whole.startsAt, questions };
    expect(wrongWith(wrong, ZONE)).toEqual({ endsAt: 'order', 'questions.0.answer': 'missing' });
    expect(matterOf(wrong, ZONE)).toBeNull();
  });
});
