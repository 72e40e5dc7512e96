import type { ChannelName } from './channel-name.js';
import type { ChannelsConfig } from './channels-config.js';
import { mentionProblem, parseRobotAddress } from './robot-address.js';
import type { Words } from './words.js';

/** Whether this office has set the channel up at all. */
export function isSetUp(channel: ChannelName, config: ChannelsConfig): boolean {
  switch (channel) {
    case 'email':
    case 'webhook':
    case 'sms':
    case 'push':
      return config[channel] !== null;
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return [...config.robots.values()].some(({ kind }) => kind === channel);
  }
}

/** Why this address cannot be reached as the office is set up; null when nothing speaks against it. */
export function contactProblem(
  channel: ChannelName,
  address: string,
  config: ChannelsConfig,
): Words | null {
  if (!isSetUp(channel, config)) {
    return {
      zh: `channels.yaml 中没有启用 ${channel}`,
      en: `${channel} is not set up in channels.yaml`,
    };
  }
  switch (channel) {
    case 'wecom':
    case 'dingtalk':
    case 'feishu': {
      const { robot, mention } = parseRobotAddress(address);
      if (config.robots.get(robot)?.kind !== channel) {
        return {
          zh: `channels.yaml 中没有名为“${robot}”的 ${channel} 机器人`,
          en: `channels.yaml has no ${channel} robot called ${JSON.stringify(robot)}`,
        };
      }
      return mention === null ? null : mentionProblem(channel, mention);
    }
    case 'email':
    case 'sms':
    case 'push':
    case 'webhook':
      return null;
  }
}
