import { describe, expect, it } from '@jest/globals';
import { FINDING_CODES, findingsOf } from './findings.js';
import type { AuditSigns, ChannelSigns, Stuck } from './findings.js';

const NOW = Date.UTC(2026, 2, 2, 3);
const ago = (seconds: number): number => NOW - seconds * 1000;

const WELL: AuditSigns = {
  now: NOW,
  ladders: [],
  deadlines: [],
  late: { count: 0, oldest: null },
  sweptAt: ago(1),
  outbox: { unsentSince: null, undoneSince: null, failed: 0 },
  queuesAnswer: true,
  channels: [],
};

const STUCK: Stuck = {
  id: 'L1',
  subjectType: 'incident',
  subjectId: 'S1',
  title: { zh: '签收', en: 'Acknowledge' },
};

const aChannel = (signs: Partial<ChannelSigns>): ChannelSigns => ({
  channel: 'email',
  waitingSince: null,
  failingSince: null,
  lastError: null,
  ...signs,
});

const outbox = (signs: Partial<AuditSigns['outbox']>) => ({
  outbox: { ...WELL.outbox, ...signs },
});

/** One bad sign each, and the one thing that is to be found. */
const CASES: readonly [string, Partial<AuditSigns>, string, string, number][] = [
  ['a ladder without a next step', { ladders: [STUCK] }, 'ladder.stuck', 'L1', NOW],
  ['a deadline that is not armed', { deadlines: [STUCK] }, 'deadline.stuck', 'L1', NOW],
  [
    'what is due for more than 5 s',
    { late: { count: 2, oldest: NOW - 5_001 } },
    'firing.late',
    '',
    NOW - 5_001,
  ],
  ['a sweep that never was', { sweptAt: null }, 'sweep.silent', '', NOW],
  ['a sweep 11 s old', { sweptAt: ago(11) }, 'sweep.silent', '', ago(11)],
  ['a relay that stands', outbox({ unsentSince: ago(121) }), 'outbox.stuck', '', ago(121)],
  ['a message given up', outbox({ failed: 1 }), 'outbox.failed', '', NOW],
  ['a queue that stands', outbox({ undoneSince: ago(121) }), 'queue.stuck', '', ago(121)],
  ['a queue that is away', { queuesAnswer: false }, 'queue.away', '', NOW],
  [
    'a channel that sends nothing',
    { channels: [aChannel({ waitingSince: ago(121) })] },
    'channel.stuck',
    'email',
    ago(121),
  ],
  [
    'a channel on which nothing arrives',
    { channels: [aChannel({ failingSince: ago(30), lastError: 'ECONNREFUSED' })] },
    'channel.failing',
    'email',
    ago(30),
  ],
];

describe('an audit', () => {
  it('finds nothing while everything moves', () => {
    expect(findingsOf(WELL)).toEqual([]);
  });

  it.each(CASES)('finds %s, and nothing else', (_, signs, code, key, since) => {
    expect(
      findingsOf({ ...WELL, ...signs }).map((found) => [found.code, found.key, found.since]),
    ).toEqual([[code, key, since]]);
  });

  it('has a case here for everything that it can find', () => {
    expect(new Set(CASES.map(([, , code]) => code))).toEqual(new Set(FINDING_CODES));
  });

  it.each<[string, Partial<AuditSigns>]>([
    ['what is late by exactly 5 s', { late: { count: 1, oldest: NOW - 5_000 } }],
    ['a sweep 10 s old', { sweptAt: ago(10) }],
    [
      'messages on their way for 2 minutes',
      outbox({ unsentSince: ago(120), undoneSince: ago(120) }),
    ],
    [
      'a channel whose oldest message waits 2 minutes',
      { channels: [aChannel({ waitingSince: ago(120) })] },
    ],
  ])('bears with %s', (_, signs) => {
    expect(findingsOf({ ...WELL, ...signs })).toEqual([]);
  });

  it('names everything at once', () => {
    const signs = CASES.reduce<AuditSigns>((all, [, one]) => ({ ...all, ...one }), WELL);
    const everything: AuditSigns = {
      ...signs,
      outbox: { unsentSince: ago(200), undoneSince: ago(200), failed: 3 },
      channels: [aChannel({ waitingSince: ago(200), failingSince: ago(200) })],
    };
    const codes = findingsOf(everything).map(({ code }) => code);
    // A queue that is away explains why it does nothing.
    expect(new Set(codes)).toEqual(new Set(FINDING_CODES.filter((code) => code !== 'queue.stuck')));
  });

  it('leads to the matter that a stuck ladder is about, and says what to do', () => {
    const [finding] = findingsOf({ ...WELL, ladders: [STUCK] });
    expect(finding).toMatchObject({
      subject: { type: 'incident', id: 'S1' },
      message: {
        zh: '“签收”的升级链没有下一步：不会再通知任何人，请有人直接跟进',
        en: 'The ladder of “Acknowledge” has no next step: it will tell nobody any more. Follow it up by hand',
      },
    });
  });

  it('gives the reason with which a channel fails', () => {
    const [finding] = findingsOf({
      ...WELL,
      channels: [aChannel({ failingSince: ago(9), lastError: 'invalid token' })],
    });
    expect(finding?.message.zh).toBe('邮件渠道的消息都没有送达：invalid token');
  });
});
