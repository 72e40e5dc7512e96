/** Ways out of the house. `app` is none of them: what is in the application needs no delivery. */
export const CHANNEL_NAMES = [
  'email',
  'wecom',
  'dingtalk',
  'feishu',
  'sms',
  'push',
  'webhook',
] as const;

export type ChannelName = (typeof CHANNEL_NAMES)[number];
