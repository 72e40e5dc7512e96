import type { RobotKind } from './channels-config.js';
import type { Words } from './words.js';

/** A person's address at a robot: whose group, and who is to be mentioned there. */
export interface RobotAddress {
  readonly robot: string;
  readonly mention: string | null;
}

/** Reads `name` or `name/mention`. */
export function parseRobotAddress(address: string): RobotAddress {
  const [robot = '', mention = ''] = address
    .trim()
    .split('/', 2)
    .map((part) => part.trim());
  return { robot, mention: mention === '' ? null : mention };
}

const MOBILE = /^\+?\d{5,15}$/;

/**
 * What is wrong with a mention. WeCom and DingTalk find members by their mobile number; a Feishu robot cannot, and
 * takes an Open ID (https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot).
 */
export function mentionProblem(kind: RobotKind, mention: string): Words | null {
  switch (kind) {
    case 'wecom':
    case 'dingtalk':
      return MOBILE.test(mention)
        ? null
        : {
            zh: '斜杠后填写手机号：name/+8613800000000',
            en: 'after the slash comes a mobile number: name/+8613800000000',
          };
    case 'feishu':
      return /^ou_[A-Za-z0-9_-]+$/.test(mention)
        ? null
        : {
            zh: '斜杠后填写 Open ID：name/ou_…；飞书机器人不能按手机号 @ 人',
            en: 'after the slash comes an Open ID: name/ou_…; Feishu robots cannot mention by telephone number',
          };
  }
}

/** As the group lists it: a mainland number without its country code, any other with. */
export const mobileOfMember = (mention: string): string =>
  mention.replace(/^\+?86(?=1\d{10}$)/, '');
