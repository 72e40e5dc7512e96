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

  it('is the rest from now on, once it has begun', () => {
    expect(entryOf(SHIFT, at('2026-03-05T10:20'), ZONE).from).toBe('2026-03-05T10:20');
  });
});

describe('what is sent', () => {
  const entry = { ...entryOf(SHIFT, EARLIER, ZONE), userId: 'chen', reason: ' 外出培训 ' };

  it('has instants, and a reason only when there is one', () => {
    expect(overrideOf(entry, ZONE, EARLIER)).toEqual({
      position: 'officer',
      from: '2026-03-05T00:00:00.000Z',
      to: '2026-03-06T00:00:00.000Z',
      userId: 'chen',
      reason: '外出培训',
    });
    expect(overrideOf({ ...entry, reason: ' ' }, ZONE, EARLIER)).not.toHaveProperty('reason');
  });

  it.each([
    [{ userId: '' }, { userId: 'user' }],
    [{ from: '' }, { from: 'time' }],
    [{ to: entry.from }, { to: 'order' }],
    [{ from: '2026-02-01T08:00', to: '2026-02-02T08:00' }, { to: 'past' }],
  ])('%j is refused beside its field', (change, wrong) => {
    expect(whatIsWrong({ ...entry, ...change }, ZONE, EARLIER)).toEqual(wrong);
    expect(overrideOf({ ...entry, ...change }, ZONE, EARLIER)).toBeNull();
  });

  it('begins now when its beginning passed while it was filled in', () => {
    const late = at('2026-03-05T08:07');
    expect(overrideOf(entry, ZONE, late)?.from).toBe('2026-03-05T00:07:00.000Z');
  });
});
