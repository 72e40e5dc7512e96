import type { ChannelName } from '#notify';
import type { Instant } from '../core/index.js';
import type { Words } from '../core/words.js';
import { CHANNEL_WORDS } from './channel-words.js';
import { isSweepAlive } from '../engine/verdict.js';

/** Everything that an audit can find. */
export const FINDING_CODES = [
  'ladder.stuck',
  'deadline.stuck',
  'firing.late',
  'sweep.silent',
  'outbox.stuck',
  'outbox.failed',
  'queue.away',
  'queue.stuck',
  'channel.stuck',
  'channel.failing',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something that does not move as it should. `key` tells it from others of its code; empty when there is one only. */
export interface Finding {
  readonly code: FindingCode;
  readonly key: string;
  readonly message: Words;
  /** Since when it has been so, as far as can be known. */
  readonly since: Instant;
  readonly subject: { readonly type: string; readonly id: string } | null;
}

/** A ladder or deadline that should fire one day, and never will. */
export interface Stuck {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** What its clock is called. */
  readonly title: Words;
}

/** How messages through one channel do. */
export interface ChannelSigns {
  readonly channel: ChannelName;
  /** When the oldest message that should be on its way was due to be sent; null when none waits. */
  readonly waitingSince: Instant | null;
  /** Since when every message on it has failed; null when the last one arrived, or none was sent. */
  readonly failingSince: Instant | null;
  readonly lastError: string | null;
}

/** What an audit looks at, as it was at `now`. */
export interface AuditSigns {
  readonly now: Instant;
  readonly ladders: readonly Stuck[];
  readonly deadlines: readonly Stuck[];
  /** What should have fired before `now` by more than the grace; `oldest` is its instant, null when there is none. */
  readonly late: { readonly count: number; readonly oldest: Instant | null };
  /** When any process last swept; null when none ever has. */
  readonly sweptAt: Instant | null;
  readonly outbox: {
    /** When the oldest message that nobody has handed to the queue was written. */
    readonly unsentSince: Instant | null;
    /** When the oldest message that the queue has, and that is not done, was written. */
    readonly undoneSince: Instant | null;
    /** Given up after many attempts. */
    readonly failed: number;
  };
  readonly queuesAnswer: boolean;
  readonly channels: readonly ChannelSigns[];
}

/** Deadlines and steps may fire this late before the auditor says so. */
export const LATE_GRACE_MS = 5_000;
/** The relay runs each second, and what the queue lost is handed out again after 30: two minutes mean a standstill. */
const STANDSTILL_AFTER_MS = 120_000;

/** Everything that is wrong. Empty when all moves. */
export const findingsOf = (signs: AuditSigns): Finding[] => [
  ...signs.ladders.map((ladder) => stuckLadder(ladder, signs.now)),
  ...signs.deadlines.map((deadline) => stuckDeadline(deadline, signs.now)),
  ...lateFirings(signs),
  ...silentSweep(signs),
  ...standingOutbox(signs),
  ...standingQueue(signs),
  ...signs.channels.flatMap((channel) => standingChannel(channel, signs.now)),
];

const stuckLadder = ({ id, subjectType, subjectId, title }: Stuck, now: Instant): Finding => ({
  code: 'ladder.stuck',
  key: id,
  since: now,
  subject: { type: subjectType, id: subjectId },
  message: {
    zh: `“${title.zh}”的升级链没有下一步：不会再通知任何人，请有人直接跟进`,
    en: `The ladder of “${title.en}” has no next step: it will tell nobody any more. Follow it up by hand`,
  },
});

const stuckDeadline = ({ id, subjectType, subjectId, title }: Stuck, now: Instant): Finding => ({
  code: 'deadline.stuck',
  key: id,
  since: now,
  subject: { type: subjectType, id: subjectId },
  message: {
    zh: `时限“${title.zh}”不会触发：到期时没有人会知道，请有人直接跟进`,
    en: `The deadline “${title.en}” will not fire: nobody will hear when it is due. Follow it up by hand`,
  },
});

function lateFirings({ late, now }: AuditSigns): Finding[] {
  if (late.oldest === null || now - late.oldest <= LATE_GRACE_MS) return [];
  const seconds = secondsBetween(late.oldest, now);
  return [
    alone('firing.late', late.oldest, {
      zh: `${late.count} 项到期未触发，最久已迟 ${seconds} 秒`,
      en: `${late.count} due and not fired, the oldest for ${seconds} s`,
    }),
  ];
}

function silentSweep({ sweptAt, now }: AuditSigns): Finding[] {
  if (isSweepAlive(sweptAt === null ? null : now - sweptAt)) return [];
  const message =
    sweptAt === null
      ? { zh: '时限引擎从未运行', en: 'No process has ever swept for what is due' }
      : {
          zh: `时限引擎已停 ${secondsBetween(sweptAt, now)} 秒`,
          en: `Nothing has swept for ${secondsBetween(sweptAt, now)} s`,
        };
  return [alone('sweep.silent', sweptAt ?? now, message)];
}

function standingOutbox({ outbox, now }: AuditSigns): Finding[] {
  const findings: Finding[] = [];
  if (outbox.unsentSince !== null && now - outbox.unsentSince > STANDSTILL_AFTER_MS) {
    findings.push(
      alone('outbox.stuck', outbox.unsentSince, {
        zh: `有消息等了 ${secondsBetween(outbox.unsentSince, now)} 秒仍未交给队列`,
        en: `A message has waited for ${secondsBetween(outbox.unsentSince, now)} s to be handed to the queue`,
      }),
    );
  }
  if (outbox.failed > 0) {
    findings.push(
      alone('outbox.failed', now, {
        zh: `${outbox.failed} 条消息多次未能送出，需要人工处理`,
        en: `${outbox.failed} messages failed again and again and wait for a person`,
      }),
    );
  }
  return findings;
}

/** A queue that does not answer explains why its messages are not done; it is said once. */
function standingQueue({ outbox, queuesAnswer, now }: AuditSigns): Finding[] {
  if (!queuesAnswer)
    return [alone('queue.away', now, { zh: '队列没有应答', en: 'The queue does not answer' })];
  if (outbox.undoneSince === null || now - outbox.undoneSince <= STANDSTILL_AFTER_MS) return [];
  const seconds = secondsBetween(outbox.undoneSince, now);
  return [
    alone('queue.stuck', outbox.undoneSince, {
      zh: `队列里有消息等了 ${seconds} 秒仍未办完`,
      en: `A message in the queue has not been done for ${seconds} s`,
    }),
  ];
}

function standingChannel(signs: ChannelSigns, now: Instant): Finding[] {
  const { channel, waitingSince, failingSince, lastError } = signs;
  const words = CHANNEL_WORDS[channel];
  const findings: Finding[] = [];
  if (waitingSince !== null && now - waitingSince > STANDSTILL_AFTER_MS) {
    const seconds = secondsBetween(waitingSince, now);
    findings.push({
      ...alone('channel.stuck', waitingSince, {
        zh: `${words.zh}渠道有消息等了 ${seconds} 秒仍未发出`,
        en: `A message by ${words.en} has waited for ${seconds} s to be sent`,
      }),
      key: channel,
    });
  }
  if (failingSince !== null) {
    const reason =
      lastError === null ? { zh: '', en: '' } : { zh: `：${lastError}`, en: `: ${lastError}` };
    findings.push({
      ...alone('channel.failing', failingSince, {
        zh: `${words.zh}渠道的消息都没有送达${reason.zh}`,
        en: `Nothing sent by ${words.en} arrives${reason.en}`,
      }),
      key: channel,
    });
  }
  return findings;
}

const alone = (code: FindingCode, since: Instant, message: Words): Finding => ({
  code,
  key: '',
  since,
  message,
  subject: null,
});

const secondsBetween = (from: Instant, to: Instant): number => Math.round((to - from) / 1000);
