import { Clock, HandlesJob } from '#platform';
import type { JobHandler, Tx } from '#platform';
import { workflowMessage } from '#workflow';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';

type Message = z.infer<typeof workflowMessage.schema>;

/** Tells people what a workflow said to them. */
@Injectable()
@HandlesJob(workflowMessage)
export class WorkflowMessageHandler implements JobHandler<Message> {
  constructor(
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async handle(message: Message, { tx }: { tx: Tx }): Promise<void> {
    const now = this.clock.now();
    const { topic, subjectType, subjectId, version, unitId, severity } = message;
    const userIds = await this.recipients.ofAll(tx, message.to, { unitId, now });
    const cause = `${topic}:${subjectId}:${String(version)}`;
    const notification = {
      ...{ cause, userIds, topic, subjectType, subjectId, escalationId: null, data: {} },
      ...(severity !== null && { severity }),
    };
    await this.notifier.tell(tx, [notification], now);
  }
}
