import type { ChannelsConfig } from '../core/channels-config.js';
import type { OutgoingMessage, SendContext } from '../channels/channel.js';

/** 2026-02-14 03:00 in Shanghai. */
export const AT_THREE: SendContext = {
  now: Date.UTC(2026, 1, 13, 19, 0),
  deliveryId: '019c5a3e-0000-7000-8000-000000000001',
};

export const aMessage = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  locale: 'zh',
  title: 'QY-2026-0042 学校食堂午餐异味',
  text: '已 15 分钟无人签收。',
  link: 'https://mb.example/incidents/42',
  ackLink: 'https://mb.example/ack/tok_1',
  severity: '重大',
  ...changes,
});

export const anOffice = (changes: Partial<ChannelsConfig> = {}): ChannelsConfig => ({
  email: null,
  robots: new Map(),
  webhook: null,
  sms: null,
  push: null,
  heartbeat: null,
  limits: { perMinute: 5, retriesMs: [] },
  ...changes,
});
