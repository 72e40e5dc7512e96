import { atPointer } from '../../core/json-pointer.js';
import type { SendResult } from '../channel.js';
import type { Answer } from '../exchange.js';
import { onOneLine, parseJson, rejected, statusVerdict } from '../verdict.js';

/** How a vendor's robots say what went wrong: in the body, mostly with status 200. */
export interface RobotDialect {
  readonly codeAt: readonly string[];
  readonly messageAt: readonly string[];
  /** Codes of their limits, and how long these last. */
  readonly limits: ReadonlyMap<number, number>;
  /** Codes of passing trouble on their side. */
  readonly busy: ReadonlySet<number>;
}

/** Limits whose code is not in the books, or is used for other things as well. */
const SOUNDS_LIKE_A_LIMIT = /too (many|fast|frequent)|frequen|rate.?limit|限流|频率|过快|太快/i;

const A_MINUTE = 60_000;

export function robotVerdict(dialect: RobotDialect, answer: Answer, now: number): SendResult {
  const body = parseJson(answer.text);
  const code = firstNumber(body, dialect.codeAt);
  const byStatus = statusVerdict(answer, now);
  if (code === undefined) {
    return byStatus ?? rejected(`${answer.host} answered ${answer.status} without a code`);
  }
  if (code === 0) return byStatus ?? { state: 'delivered' };
  const message = firstText(body, dialect.messageAt) ?? '';
  const reason = `${answer.host} answered ${code}: ${onOneLine(message)}`;
  const known = dialect.limits.get(code);
  if (known !== undefined || SOUNDS_LIKE_A_LIMIT.test(message)) {
    const asked = byStatus?.state === 'failed' ? byStatus.retryAfterMs : undefined;
    const retryAfterMs = asked ?? known ?? A_MINUTE;
    return { state: 'failed', code: 'rate-limited', reason, retry: true, retryAfterMs };
  }
  if (byStatus?.state === 'failed' && byStatus.retry) return { ...byStatus, reason };
  if (dialect.busy.has(code)) return { state: 'failed', code: 'server-error', reason, retry: true };
  return rejected(reason);
}

const firstNumber = (body: unknown, pointers: readonly string[]): number | undefined =>
  pointers.map((pointer) => atPointer(body, pointer)).find((value) => typeof value === 'number');

const firstText = (body: unknown, pointers: readonly string[]): string | undefined =>
  pointers.map((pointer) => atPointer(body, pointer)).find((value) => typeof value === 'string');
