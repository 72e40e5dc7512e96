import type { ChannelName } from '#notify';
import type { Words } from '../core/words.js';

/** What administrators call the ways out of the house, as on the engine page. */
export const CHANNEL_WORDS: Readonly<Record<ChannelName, Words>> = {
  email: { zh: '邮件', en: 'e-mail' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  feishu: { zh: '飞书', en: 'Feishu' },
  sms: { zh: '短信', en: 'text message' },
  push: { zh: '本机推送', en: 'push' },
  webhook: { zh: '接口回调', en: 'webhook' },
};
