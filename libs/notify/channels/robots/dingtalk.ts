import { createHmac } from 'node:crypto';
import { clip, utf8Bytes } from '../../core/clip.js';
import { headline, markdown, renderWithin } from '../../core/render-message.js';
import { mobileOfMember } from '../../core/robot-address.js';
import type { OutgoingMessage } from '../channel.js';
import type { RobotDialect } from './robot-verdict.js';

/**
 * 钉钉自定义机器人: https://open.dingtalk.com/document/orgapp/custom-robot-access
 * Signature: https://open.dingtalk.com/document/robots/customize-robot-security-settings
 *
 * The whole body takes 20000 bytes (460101 "message too long, exceed 20000 bytes"). What is counted is the text as
 * JSON, and 1000 bytes are kept for what is around it.
 */
const ROOM = { limit: 19_000, size: (text: string) => utf8Bytes(JSON.stringify(text)) };

const TEN_MINUTES = 600_000;

/** More than 20 in a minute is limited for ten (130101 "send too fast", 410100). -1: "系统繁忙". */
export const dingtalkDialect: RobotDialect = {
  codeAt: ['/errcode'],
  messageAt: ['/errmsg'],
  limits: new Map([
    [130_101, TEN_MINUTES],
    [410_100, TEN_MINUTES],
  ]),
  busy: new Set([-1]),
};

/** HMAC-SHA256 of `timestamp\nsecret` under the secret, base64; the timestamp is in milliseconds, valid one hour. */
export function dingtalkUrl(url: string, secret: string | null, now: number): string {
  if (secret === null) return url;
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
  const signed = new URL(url);
  signed.searchParams.set('timestamp', String(now));
  signed.searchParams.set('sign', sign);
  return signed.href;
}

export function dingtalkBody(message: OutgoingMessage, mention: string | null): string {
  // A single line end is none in DingTalk's Markdown.
  const text = renderWithin(ROOM, markdown('\n\n'), message);
  const title = clip(headline(message), 60);
  if (mention === null) return JSON.stringify({ msgtype: 'markdown', markdown: { title, text } });
  const mobile = mobileOfMember(mention);
  return JSON.stringify({
    msgtype: 'markdown',
    // Called is only who stands in the text as @number, too.
    markdown: { title, text: `${text}\n\n@${mobile}` },
    at: { atMobiles: [mobile], isAtAll: false },
  });
}
