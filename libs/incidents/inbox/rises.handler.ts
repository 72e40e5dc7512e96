import { Injectable } from '@nestjs/common';
import { topicRises } from '#intake';
import { Notifier, Recipients } from '#notify';
import { Clock, HandlesJob } from '#platform';
import type { JobHandler, Tx } from '#platform';
import type { z } from 'zod';

type Told = z.infer<typeof topicRises.schema>;

/** A topic of the inbox rises: those who watch the inbox hear of it. */
@Injectable()
@HandlesJob(topicRises)
export class RisesHandler implements JobHandler<Told> {
  constructor(
    private readonly notifier: Notifier,
    private readonly recipients: Recipients,
    private readonly clock: Clock,
  ) {}

  async handle(rise: Told, { tx, jobId }: { tx: Tx; jobId: string }): Promise<void> {
    const now = this.clock.now();
    const context = { unitId: null, now };
    const userIds = await this.recipients.ofAll(tx, rise.tell, context);
    const about = { subjectType: 'topic', subjectId: rise.topicId, escalationId: null };
    const data = { message: sentenceOf(rise) };
    const told = { cause: `rise:${jobId}`, userIds, topic: 'inbox.rising', ...about, data };
    await this.notifier.tell(tx, [told], now);
  }
}

function sentenceOf({ title, kind, hours, recent, before, rank }: Told) {
  if (kind === 'top')
    return {
      zh: `“${title}”升到第 ${String(rank)} 位`,
      en: `“${title}” has reached rank ${String(rank)}`,
    };
  return {
    zh: `“${title}”近 ${String(hours)} 小时出现 ${String(recent)} 次，此前 ${String(hours)} 小时 ${String(before)} 次`,
    en: `“${title}” was seen ${String(recent)} times in ${String(hours)} h, ${String(before)} times in the ${String(hours)} h before`,
  };
}
