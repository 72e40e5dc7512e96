import { createHmac } from 'node:crypto';
import type { Heard, Reaction } from './fake-server.js';

/** What the vendors' servers check and how they answer, after their documents (see the channels). */
const json = (body: object): Reaction => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const AN_HOUR = 3_600_000;

const isJson = ({ headers }: Heard): boolean =>
  (headers['content-type'] ?? '').startsWith('application/json');

export const wecomRobot =
  (key: string) =>
  (heard: Heard): Reaction => {
    if (heard.url.searchParams.get('key') !== key) {
      return json({ errcode: 93000, errmsg: 'invalid webhook url, hint: [1]' });
    }
    const body = JSON.parse(heard.body) as Record<string, { content: string }>;
    const sizes = { markdown: 4_096, text: 2_048 };
    for (const [type, limit] of Object.entries(sizes)) {
      const content = body[type]?.content;
      if (content !== undefined && Buffer.byteLength(content) > limit) {
        return json({ errcode: 40058, errmsg: `${type}.content exceed max length ${limit}` });
      }
    }
    return isJson(heard)
      ? json({ errcode: 0, errmsg: 'ok' })
      : json({ errcode: 44004, errmsg: 'empty content' });
  };

export const dingtalkRobot =
  (secret: string, now: number) =>
  (heard: Heard): Reaction => {
    const timestamp = heard.url.searchParams.get('timestamp') ?? '';
    const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`);
    const isSigned = heard.url.searchParams.get('sign') === expected.digest('base64');
    if (!isSigned || Math.abs(Number(timestamp) - now) > AN_HOUR) {
      return json({ errcode: 310000, errmsg: 'sign not match' });
    }
    if (heard.bytes.length > 20_000) {
      return json({ errcode: 460101, errmsg: 'message too long, exceed 20000 bytes' });
    }
    return json({ errcode: 0, errmsg: 'ok' });
  };

export const feishuRobot =
  (secret: string, now: number) =>
  (heard: Heard): Reaction => {
    const { timestamp, sign } = JSON.parse(heard.body) as { timestamp: string; sign: string };
    const expected = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
    if (sign !== expected || Math.abs(Number(timestamp) * 1_000 - now) > AN_HOUR) {
      const msg = 'sign match fail or timestamp is not within one hour from current time';
      return json({ code: 19021, data: {}, msg });
    }
    if (heard.bytes.length > 20 * 1_024) return json({ code: 9499, msg: 'Bad Request', data: {} });
    return json({ StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' });
  };
