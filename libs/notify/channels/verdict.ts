import { clip } from '../core/clip.js';
import type { SendResult } from './channel.js';
import type { Answer } from './exchange.js';

/** What a status alone says; null for 2xx, which is for the channel to read further. */
export function statusVerdict(answer: Answer, now: number): SendResult | null {
  const { host, status, headers, text } = answer;
  if (status >= 200 && status < 300) return null;
  const said = onOneLine(text);
  const reason = `${host} answered ${status}${said === '' ? '' : `: ${said}`}`;
  if (status === 429 || status === 408) {
    return { state: 'failed', code: 'rate-limited', reason, retry: true, ...after(headers, now) };
  }
  if (status >= 500) {
    return { state: 'failed', code: 'server-error', reason, retry: true, ...after(headers, now) };
  }
  return rejected(reason);
}

export const rejected = (reason: string): SendResult => ({
  state: 'failed',
  code: 'rejected',
  reason,
  retry: false,
});

export const badAddress = (reason: string): SendResult => ({
  state: 'failed',
  code: 'bad-address',
  reason,
  retry: false,
});

/** What the other side says may be long, and may hold anything: people see the beginning, on one line. */
export const onOneLine = (text: string): string => clip(text.replace(/\s+/g, ' ').trim(), 200);

/** An hour at most: later, nobody waits for the message any more. */
const LONGEST_WAIT_MS = 3_600_000;

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); Feishu's own header counts seconds, too. */
function after(headers: Headers, now: number): { retryAfterMs?: number } {
  const value = headers.get('retry-after') ?? headers.get('x-ogw-ratelimit-reset');
  if (value === null) return {};
  const seconds = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return seconds > 0 ? { retryAfterMs: Math.min(seconds, LONGEST_WAIT_MS) } : {};
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
