import { Clock, HandlesJob } from '#platform';
import type { JobHandler, Tx } from '#platform';
import { workflowMessage } from '#workflow';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { notifyInApp } from './notifications.js';
import { Recipients } from './recipients.js';

type Message = z.infer<typeof workflowMessage.schema>;

/** Tells people what a workflow said to them. */
@Injectable()
@HandlesJob(workflowMessage)
export class WorkflowMessageHandler implements JobHandler<Message> {
  constructor(
    private readonly recipients: Recipients,
    private readonly clock: Clock,
  ) {}

  async handle(message: Message, { tx }: { tx: Tx }): Promise<void> {
    const now = this.clock.now();
    const { topic, subjectType, subjectId, version, unitId } = message;
    const userIds = await this.recipients.ofAll(tx, message.to, { unitId, now });
    const cause = `${topic}:${subjectId}:${String(version)}`;
    await notifyInApp(
      tx,
      [{ cause, userIds, topic, subjectType, subjectId, escalationId: null, data: {} }],
      now,
    );
  }
}
