import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE_MS, PATIENCE_MS, howToSend } from './bundle.js';

const A_SECOND = 1_000;
const PER_MINUTE = 5;

describe('messages for one person on one channel', () => {
  it('go out each by itself after two seconds, when no more come', () => {
    expect(howToSend([0], [], PER_MINUTE, 0)).toEqual({ kind: 'wait', until: 2 * A_SECOND });
    expect(howToSend([0], [], PER_MINUTE, 2 * A_SECOND)).toEqual({ kind: 'separately' });
  });

  it('become one when more than five came at once', () => {
    const storm = Array.from({ length: 6 }, () => 0);
    expect(howToSend(storm, [], PER_MINUTE, 2 * A_SECOND)).toEqual({ kind: 'bundle' });
  });

  it('become one when they make more than five with what went out within the minute', () => {
    const sent = [0, 0, 0, 0];
    expect(howToSend([10_000, 10_000], sent, PER_MINUTE, 20_000)).toEqual({ kind: 'bundle' });
  });

  it('wait for the next minute when five went out, or many in one', () => {
    const sent = [1_000, 2_000, 3_000, 4_000, 5_000];
    const waiting = { kind: 'wait', until: 61_000 };
    expect(howToSend([10_000], sent, PER_MINUTE, 20_000)).toEqual(waiting);
    expect(
      howToSend(
        [10_000],
        Array.from({ length: 10 }, () => 1_000),
        PER_MINUTE,
        20_000,
      ),
    ).toEqual(waiting);
  });
});

interface Message {
  readonly at: number;
  readonly made: readonly number[];
}

/** A dispatcher that looks each second at what has come by then. */
function play(arrivals: readonly number[], perMinute: number): Message[] {
  const messages: Message[] = [];
  let waiting = [...arrivals].sort((a, b) => a - b);
  for (let now = 0; waiting.length > 0; now += A_SECOND) {
    const here = waiting.filter((at) => at <= now);
    if (here.length === 0) continue;
    const sent = messages.flatMap(({ at, made }) => made.map(() => at));
    const sending = howToSend(here, sent, perMinute, now);
    if (sending.kind === 'wait') continue;
    if (sending.kind === 'bundle') messages.push({ at: now, made: here });
    else messages.push(...here.map((made) => ({ at: now, made: [made] })));
    waiting = waiting.filter((at) => at > now);
  }
  return messages;
}

const arrivals = fc.array(fc.integer({ min: 0, max: 300 * A_SECOND }), {
  minLength: 1,
  maxLength: 60,
});
const limit = fc.integer({ min: 1, max: 8 });

describe('whatever comes', () => {
  it('no minute brings more messages than the limit, and nothing is lost or told twice', () => {
    fc.assert(
      fc.property(arrivals, limit, (made, perMinute) => {
        const messages = play(made, perMinute);
        for (const { at } of messages) {
          const within = messages.filter((other) => other.at > at - MINUTE_MS && other.at <= at);
          expect(within.length).toBeLessThanOrEqual(perMinute);
        }
        expect(messages.flatMap((message) => message.made).sort()).toEqual([...made].sort());
      }),
    );
  });

  it('it is out within 10 s, unless as many as the limit went out in the minute before', () => {
    fc.assert(
      fc.property(arrivals, limit, (made, perMinute) => {
        const messages = play(made, perMinute);
        for (const { at, made: matters } of messages) {
          const late = Math.min(...matters) + PATIENCE_MS + 2 * A_SECOND;
          if (at <= late) continue;
          const before = messages.filter(
            (other) => other.at < at && other.at >= late - 2 * MINUTE_MS,
          );
          const count = before.flatMap((message) => message.made).length;
          expect(count).toBeGreaterThanOrEqual(perMinute);
        }
      }),
    );
  });

  it('a storm within five seconds on a channel at rest is one message', () => {
    const storm = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(storm, (seconds) => {
        const steady = [0, 1, 2, 3, 4, 5, ...seconds].map((second) => second * A_SECOND);
        const messages = play(steady, PER_MINUTE);
        expect(messages).toHaveLength(1);
        expect(messages[0]!.at).toBeLessThanOrEqual(10 * A_SECOND);
      }),
    );
  });
});
