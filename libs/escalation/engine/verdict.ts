import { LATE_AFTER_MS } from './engine-figures.js';
import type { EngineFigures } from './engine-figures.js';
import type { Words } from '../core/words.js';

/** `late`: it works, and something waits longer than it should. `down`: nothing fires. */
export const VERDICTS = ['ok', 'late', 'down'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface VerdictReason {
  readonly code: string;
  readonly message: Words;
  readonly verdict: Exclude<Verdict, 'ok'>;
}

/** What the verdict rests on. */
export interface EngineSigns {
  /** Milliseconds since any process last swept; null when none ever has. */
  readonly sweepLagMs: number | null;
  readonly late: EngineFigures['late'];
  readonly outboxFailed: number;
  readonly queuesAnswer: boolean;
  /** Milliseconds since any process last audited; null when none ever has. */
  readonly auditLagMs: number | null;
  /** What the last audit left open. */
  readonly findings: readonly { readonly code: string; readonly message: Words }[];
}

/** The sweep runs at least once a second: after ten, no process does it any more. */
const SILENT_AFTER_MS = 10_000;

export const isSweepAlive = (sweepLagMs: number | null): boolean =>
  sweepLagMs !== null && sweepLagMs <= SILENT_AFTER_MS;

/** Audits are a minute apart: after three, no process does them any more. */
const AUDIT_SILENT_AFTER_MS = 180_000;

/** Everything that is wrong, the worst first; empty when all is well. */
export function engineReasons(signs: EngineSigns): VerdictReason[] {
  return [
    ...sweepReasons(signs.sweepLagMs),
    ...lateReasons(signs),
    ...auditReasons(signs.auditLagMs),
    ...findingReasons(signs.findings),
  ];
}

function auditReasons(lagMs: number | null): VerdictReason[] {
  if (lagMs !== null && lagMs <= AUDIT_SILENT_AFTER_MS) return [];
  const message =
    lagMs === null
      ? { zh: '运行审计从未进行', en: 'No process has ever audited' }
      : {
          zh: `运行审计已停 ${Math.round(lagMs / 60_000)} 分钟，停住的升级链不会被发现`,
          en: `Nothing has audited for ${Math.round(lagMs / 60_000)} min: a ladder that stands still goes unnoticed`,
        };
  return [{ code: lagMs === null ? 'audit.never' : 'audit.silent', verdict: 'late', message }];
}

/** These the verdict sees for itself, as they are at this moment and not a minute ago. */
const SEEN_LIVE: ReadonlySet<string> = new Set([
  'firing.late',
  'sweep.silent',
  'queue.away',
  'outbox.failed',
]);

const findingReasons = (findings: EngineSigns['findings']): VerdictReason[] =>
  findings
    .filter(({ code }) => !SEEN_LIVE.has(code))
    .map(({ code, message }) => ({ code, message, verdict: 'late' }));

export function verdictOf(reasons: readonly VerdictReason[]): Verdict {
  if (reasons.some(({ verdict }) => verdict === 'down')) return 'down';
  return reasons.length > 0 ? 'late' : 'ok';
}

function sweepReasons(lagMs: number | null): VerdictReason[] {
  if (isSweepAlive(lagMs)) return [];
  if (lagMs === null) {
    return [
      {
        code: 'sweep.never',
        verdict: 'down',
        message: { zh: '时限引擎从未运行', en: 'No process has ever swept for what is due' },
      },
    ];
  }
  const seconds = Math.round(lagMs / 1000);
  return [
    {
      code: 'sweep.silent',
      verdict: 'down',
      message: {
        zh: `时限引擎已停 ${seconds} 秒，到期的时限不会触发`,
        en: `Nothing has swept for ${seconds} s: what falls due does not fire`,
      },
    },
  ];
}

function lateReasons({ late, outboxFailed, queuesAnswer }: EngineSigns): VerdictReason[] {
  const reasons: VerdictReason[] = [];
  const count = late.deadlines + late.steps;
  if (count > 0 && late.worstMs > LATE_AFTER_MS) {
    const seconds = Math.round(late.worstMs / 1000);
    reasons.push({
      code: 'firing.late',
      verdict: 'late',
      message: {
        zh: `${count} 项到期未触发，最久已迟 ${seconds} 秒`,
        en: `${count} due and not fired, the oldest for ${seconds} s`,
      },
    });
  }
  if (!queuesAnswer) {
    reasons.push({
      code: 'queue.away',
      verdict: 'late',
      message: {
        zh: '队列没有应答；时限照常触发，消息要等队列恢复',
        en: 'The queue does not answer; deadlines fire all the same, messages wait for it',
      },
    });
  }
  if (outboxFailed > 0) {
    reasons.push({
      code: 'outbox.failed',
      verdict: 'late',
      message: {
        zh: `${outboxFailed} 条消息多次未能送出，需要人工处理`,
        en: `${outboxFailed} messages failed again and again and wait for a person`,
      },
    });
  }
  return reasons;
}
