import { createHmac } from 'node:crypto';
import { clip, utf8Bytes } from '../../core/clip.js';
import { headline, renderWithin } from '../../core/render-message.js';
import type { Style } from '../../core/render-message.js';
import type { OutgoingMessage } from '../channel.js';
import type { RobotDialect } from './robot-verdict.js';

/**
 * 飞书自定义机器人: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 * The body takes 20 KB; 2000 bytes are kept for what is around the paragraphs, the title among it.
 */
const ROOM = { limit: 20 * 1_024 - 2_000, size: utf8Bytes };

/**
 * 100 a minute and 5 a second (11232; 99991400 is the platform's own limit). 9499 is "Bad Request" as well as "too
 * many request" (https://github.com/ccfos/nightingale/issues/1437): there the message decides.
 */
export const feishuDialect: RobotDialect = {
  codeAt: ['/code', '/StatusCode'],
  messageAt: ['/msg', '/StatusMessage'],
  limits: new Map([
    [11_232, 60_000],
    [99_991_400, 60_000],
  ]),
  busy: new Set(),
};

/** `timestamp\nsecret` is the key here, and nothing is what is signed; the timestamp is in seconds, valid one hour. */
const signature = (secret: string, seconds: string): string =>
  createHmac('sha256', `${seconds}\n${secret}`).digest('base64');

/** A post: a title, and paragraphs of tagged parts. */
export function feishuBody(
  message: OutgoingMessage,
  mention: string | null,
  secret: string | null,
  now: number,
): string {
  const timestamp = String(Math.floor(now / 1_000));
  const mentioned = mention === null ? [] : [[{ tag: 'at', user_id: mention }]];
  const language = message.locale === 'zh' ? 'zh_cn' : 'en_us';
  const title = clip(headline(message), 200);
  const content = [...paragraphs(message), ...mentioned];
  return JSON.stringify({
    ...(secret === null ? {} : { timestamp, sign: signature(secret, timestamp) }),
    msg_type: 'post',
    content: { post: { [language]: { title, content } } },
  });
}

/** A part is the JSON of its paragraph, so that what is counted is what is sent. JSON has no line ends of its own. */
const asJson: Style = {
  heading: () => '',
  prose: (text) => JSON.stringify([{ tag: 'text', text }]),
  item: (title, href, number) =>
    JSON.stringify([
      { tag: 'text', text: `${number}. ` },
      { tag: 'a', text: title, href },
    ]),
  link: (label, href) => JSON.stringify([{ tag: 'a', text: label, href }]),
  separator: '\n',
};

const paragraphs = (message: OutgoingMessage): unknown[] =>
  renderWithin(ROOM, asJson, message)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
