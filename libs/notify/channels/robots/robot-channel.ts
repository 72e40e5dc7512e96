import type { RobotConfig, RobotKind } from '../../core/channels-config.js';
import { mentionProblem, parseRobotAddress } from '../../core/robot-address.js';
import type { Channel, OutgoingMessage, SendContext, SendResult } from '../channel.js';
import { exchange } from '../exchange.js';
import type { Request } from '../exchange.js';
import { badAddress } from '../verdict.js';
import { dingtalkBody, dingtalkDialect, dingtalkUrl } from './dingtalk.js';
import { feishuBody, feishuDialect } from './feishu.js';
import { robotVerdict } from './robot-verdict.js';
import { wecomBody, wecomDialect } from './wecom.js';

const DIALECTS = { wecom: wecomDialect, dingtalk: dingtalkDialect, feishu: feishuDialect };

/** The group robots of one vendor. An address is `robot` or `robot/mention`. */
export class RobotChannel implements Channel {
  constructor(
    readonly name: RobotKind,
    private readonly robots: ReadonlyMap<string, RobotConfig>,
    private readonly timeoutMs: number,
  ) {}

  async send(to: string, message: OutgoingMessage, { now }: SendContext): Promise<SendResult> {
    const address = parseRobotAddress(to);
    const robot = this.robots.get(address.robot);
    if (robot?.kind !== this.name) {
      return badAddress(`channels.yaml has no ${this.name} robot called ${address.robot}`);
    }
    const { mention } = address;
    const problem = mention === null ? null : mentionProblem(this.name, mention);
    if (problem !== null) return badAddress(problem.en);
    const done = await exchange(this.request(robot, message, mention, now), this.timeoutMs);
    return done.answered ? robotVerdict(DIALECTS[this.name], done.answer, now) : done.result;
  }

  private request(
    { url, secret }: RobotConfig,
    message: OutgoingMessage,
    mention: string | null,
    now: number,
  ): Request {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    switch (this.name) {
      case 'wecom':
        return { method: 'POST', url, headers, body: wecomBody(message, mention) };
      case 'dingtalk': {
        const body = dingtalkBody(message, mention);
        return { method: 'POST', url: dingtalkUrl(url, secret, now), headers, body };
      }
      case 'feishu':
        return { method: 'POST', url, headers, body: feishuBody(message, mention, secret, now) };
    }
  }
}
