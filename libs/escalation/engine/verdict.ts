import { LATE_AFTER_MS } from './engine-figures.js';
import type { EngineFigures } from './engine-figures.js';

/** `late`: it works, and something waits longer than it should. `down`: nothing fires. */
export const VERDICTS = ['ok', 'late', 'down'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface VerdictReason {
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly verdict: Exclude<Verdict, 'ok'>;
}

/** What the verdict rests on. */
export interface EngineSigns {
  /** Milliseconds since any process last swept; null when none ever has. */
  readonly sweepLagMs: number | null;
  readonly late: EngineFigures['late'];
  readonly outboxFailed: number;
  readonly queuesAnswer: boolean;
}

/** The sweep runs at least once a second: after ten, no process does it any more. */
const SILENT_AFTER_MS = 10_000;

export const isSweepAlive = (sweepLagMs: number | null): boolean =>
  sweepLagMs !== null && sweepLagMs <= SILENT_AFTER_MS;

/** Everything that is wrong, the worst first; empty when all is well. */
export function engineReasons(signs: EngineSigns): VerdictReason[] {
  return [...sweepReasons(signs.sweepLagMs), ...lateReasons(signs)];
}

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
