import { describe, expect, it } from '@jest/globals';
import { AddressLimit } from './address-limit.js';

const fail = (limit: AddressLimit, times: number, key = 'somewhere', now = 0): void => {
  for (let done = 0; done < times; done += 1) limit.count(key, now);
};

describe('failed sign-ins from one address', () => {
  it('are borne up to fifty, since a whole office may sit behind it', () => {
    const limit = new AddressLimit();
    fail(limit, 49);
    expect(limit.secondsToWait('somewhere', 0)).toBe(0);
    fail(limit, 1);
    expect(limit.secondsToWait('somewhere', 60_000)).toBe(240);
    expect(limit.secondsToWait('elsewhere', 0)).toBe(0);
  });

  it('are forgotten after five minutes', () => {
    const limit = new AddressLimit();
    fail(limit, 50);
    expect(limit.secondsToWait('somewhere', 300_000)).toBe(0);
    fail(limit, 1, 'somewhere', 300_000);
    expect(limit.secondsToWait('somewhere', 300_000)).toBe(0);
  });

  it('are kept for ten thousand addresses at most, the oldest giving way', () => {
    const limit = new AddressLimit();
    fail(limit, 50, 'first');
    for (let other = 0; other < 9_999; other += 1) limit.count(`other ${other}`, 0);
    expect(limit.secondsToWait('first', 0)).toBe(300);
    limit.count('one more', 0);
    expect(limit.secondsToWait('first', 0)).toBe(0);
  });
});
