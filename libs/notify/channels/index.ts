import type { ChannelName } from '../core/channel-name.js';
import type { ChannelsConfig } from '../core/channels-config.js';
import { isSetUp } from '../core/contact-problem.js';
import type { Channel } from './channel.js';
import { EmailChannel } from './email/email-channel.js';
import { TIMEOUT_MS } from './exchange.js';
import { PushChannel } from './push/push-channel.js';
import { openVapidKeys } from './push/vapid.js';
import { RobotChannel } from './robots/robot-channel.js';
import { SmsChannel } from './sms-channel.js';
import { WebhookChannel } from './webhook-channel.js';

export interface ChannelsOptions {
  /** Where the keys for web push are kept. */
  readonly dataDir: string;
  /** Who speaks, for the webhook: the address of this office's workspace. */
  readonly publicUrl: string | null;
  readonly timeoutMs?: number;
}

/** The channels that are set up, ready to send. */
export function openChannels(
  config: ChannelsConfig,
  { dataDir, publicUrl, timeoutMs = TIMEOUT_MS }: ChannelsOptions,
): ReadonlyMap<ChannelName, Channel> {
  const { email, webhook, sms, push, robots } = config;
  const open: Channel[] = [];
  if (email !== null) open.push(new EmailChannel(email, timeoutMs));
  for (const kind of ['wecom', 'dingtalk', 'feishu'] as const) {
    if (isSetUp(kind, config)) open.push(new RobotChannel(kind, robots, timeoutMs));
  }
  if (webhook !== null) {
    open.push(new WebhookChannel(webhook, publicUrl ?? 'urn:mingbian', timeoutMs));
  }
  if (sms !== null) open.push(new SmsChannel(sms, timeoutMs));
  if (push !== null) open.push(new PushChannel(push, openVapidKeys(dataDir), timeoutMs));
  return new Map(open.map((channel) => [channel.name, channel]));
}
