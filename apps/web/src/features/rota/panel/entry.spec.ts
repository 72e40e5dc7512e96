import { describe, expect, it } from '@jest/globals';
import { entryOf, overrideOf, whatIsWrong } from './entry';

const ZONE = 'Asia/Shanghai';
const at = (iso: string) => Date.parse(`${iso}+08:00`);
const SHIFT = {
  position: 'officer',
  from: at('2026-03-05T08:00'),
  to: at('2026-03-06T08:00'),
} as const;
const EARLIER = at('2026-03-01T12:00');

describe('what the form begins with', () => {
  it('is the whole of what was chosen, while it lies ahead', () => {
    expect(entryOf(SHIFT, EARLIER, ZONE)).toEqual({
      position: 'officer',
      userId: '',
      from: '2026-03-05T08:00',
      to: '2026-03-06T08:00',
      reason: '',
    });
  });

  it('is the rest from the next full hour, once it has begun', () => {
    expect(entryOf(SHIFT, at('2026-03-05T10:20'), ZONE).from).toBe('2026-03-05T11:00');
    expect(entryOf(SHIFT, at('2026-03-06T07:40'), ZONE).from).toBe('2026-03-06T08:00');
  });
});

describe('what is sent', () => {
  const entry = { ...entryOf(SHIFT, EARLIER, ZONE), userId: 'chen', reason: ' 外出培训 ' };

  it('has instants, and a reason only when there is one', () => {
    expect(overrideOf(entry, ZONE)).toEqual({
      position: 'officer',
      from: '2026-03-05T00:00:00.000Z',
      to: '2026-03-06T00:00:00.000Z',
      userId: 'chen',
      reason: '外出培训',
    });
    expect(overrideOf({ ...entry, reason: ' ' }, ZONE)).not.toHaveProperty('reason');
  });

  it.each([
    [{ userId: '' }, { userId: 'user' }],
    [{ from: '' }, { from: 'time' }],
    [{ to: entry.from }, { to: 'order' }],
  ])('%j is refused beside its field', (change, wrong) => {
    expect(whatIsWrong({ ...entry, ...change }, ZONE)).toEqual(wrong);
    expect(overrideOf({ ...entry, ...change }, ZONE)).toBeNull();
  });
});
