import { utf8Bytes } from '../../core/clip.js';
import { markdown, plainLines, renderWithin } from '../../core/render-message.js';
import type { Style } from '../../core/render-message.js';
import { mobileOfMember } from '../../core/robot-address.js';
import type { OutgoingMessage } from '../channel.js';
import type { RobotDialect } from './robot-verdict.js';

/**
 * 企业微信群机器人 (消息推送): https://developer.work.weixin.qq.com/document/path/99110 (before: path/91770).
 * The key is in the url; there is no signature. `markdown` takes 4096 bytes and cannot mention by number; `text`
 * takes 2048 and can. At most 20 messages a minute. Codes: https://developer.work.weixin.qq.com/document/path/90313
 */
const MARKDOWN = { limit: 4_096, size: utf8Bytes };
const TEXT = { limit: 2_048, size: utf8Bytes };

/** 45009: more than 20 in a minute. 45033: too many at once. -1: "系统繁忙". */
export const wecomDialect: RobotDialect = {
  codeAt: ['/errcode'],
  messageAt: ['/errmsg'],
  limits: new Map([
    [45_009, 60_000],
    [45_033, 10_000],
  ]),
  busy: new Set([-1]),
};

export function wecomBody(message: OutgoingMessage, mention: string | null): string {
  if (mention === null) {
    const content = renderWithin(MARKDOWN, markdown('\n'), message);
    return JSON.stringify({ msgtype: 'markdown', markdown: { content } });
  }
  const content = renderWithin(TEXT, mentionless, message);
  return JSON.stringify({
    msgtype: 'text',
    text: { content, mentioned_mobile_list: [mobileOfMember(mention)] },
  });
}

/** `<@all>` in what somebody wrote would call the whole group, in plain text as well. */
const withoutAngles = (text: string): string => text.replaceAll('<', '＜');

const mentionless: Style = {
  ...plainLines,
  heading: withoutAngles,
  prose: withoutAngles,
  item: (title, link, number) => plainLines.item(withoutAngles(title), link, number),
};
