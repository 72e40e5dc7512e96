import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNEL_NAMES } from './channel-name.js';
import type { ChannelName } from './channel-name.js';
import { channelsFor, orderOf, readOrder } from './reach.js';
import type { Reachable } from './reach.js';
import { SEVERITIES } from './severity.js';

const ALL: ReadonlySet<ChannelName> = new Set(CHANNEL_NAMES);
const contacts = [
  { channel: 'phone', address: '010-5555' },
  { channel: 'sms', address: '+8613800000000' },
  { channel: 'email', address: 'first@example.org' },
  { channel: 'email', address: 'second@example.org' },
];
const person = (given: Partial<Reachable> = {}): Reachable => ({
  contacts,
  browsers: 0,
  order: null,
  ...given,
});
const names = (ways: readonly { channel: string }[]): string[] =>
  ways.map(({ channel }) => channel);

describe('the ways to a person', () => {
  it('are their contacts as they are listed, each channel once, and browsers last', () => {
    expect(channelsFor(person({ browsers: 2 }), 'III', ALL)).toEqual([
      { channel: 'sms', address: '+8613800000000' },
      { channel: 'email', address: 'first@example.org' },
      { channel: 'push', address: '' },
    ]);
  });

  it('follow their wish for the severity, when they have one', () => {
    const order = {
      I: ['sms', 'email'],
      II: ['email'],
      III: [],
      IV: [],
      unrated: ['email'],
    } as const;
    expect(names(channelsFor(person({ order }), 'I', ALL))).toEqual(['sms', 'email']);
    expect(names(channelsFor(person({ order }), 'II', ALL))).toEqual(['email']);
    expect(names(channelsFor(person({ order }), 'III', ALL))).toEqual([]);
  });

  it('leave out what the office has not set up, and where the person has no address', () => {
    const order = { ...orderOf(person()), I: ['wecom', 'sms', 'push', 'email'] } as const;
    expect(names(channelsFor(person({ order }), 'I', new Set(['email', 'wecom', 'push'])))).toEqual(
      ['email'],
    );
  });

  it('are never more than one on a channel, and each is set up', () => {
    const some = fc.subarray([...CHANNEL_NAMES]);
    const anyContacts = fc.array(
      fc.record({
        channel: fc.constantFrom('app', 'phone', ...CHANNEL_NAMES),
        address: fc.string(),
      }),
    );
    fc.assert(
      fc.property(
        anyContacts,
        fc.nat(2),
        some,
        fc.constantFrom(...SEVERITIES),
        (given, browsers, available, severity) => {
          const ways = names(
            channelsFor({ contacts: given, browsers, order: null }, severity, new Set(available)),
          );
          expect(new Set(ways).size).toBe(ways.length);
          expect(ways.every((way) => available.some((name) => name === way))).toBe(true);
        },
      ),
    );
  });
});

describe('a stored order', () => {
  it('is read back as it was written', () => {
    const order = fc.record({
      ...{
        I: fc.subarray([...CHANNEL_NAMES]),
        II: fc.subarray([...CHANNEL_NAMES]),
        III: fc.subarray([...CHANNEL_NAMES]),
      },
      ...{ IV: fc.subarray([...CHANNEL_NAMES]), unrated: fc.subarray([...CHANNEL_NAMES]) },
    });
    fc.assert(fc.property(order, (given) => expect(readOrder(given)).toEqual(given)));
  });

  it('forgets channels that are no more', () => {
    expect(readOrder({ I: ['pager', 'sms'] })).toEqual({
      I: ['sms'],
      II: [],
      III: [],
      IV: [],
      unrated: [],
    });
    expect(readOrder(null)).toBeNull();
  });
});
