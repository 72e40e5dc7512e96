import { Injectable } from '@nestjs/common';
import { Notifier, forgetUnread } from '#notify';
import { Clock, HandlesJob } from '#platform';
import type { JobHandler, Tx } from '#platform';
import type { z } from 'zod';
import { NEWS, incidentNews } from './news.js';
import { listenersOf } from './watching.repository.js';
import { whoSees } from './who-sees.js';

/** Tells those who watch an incident. Of several unread pieces of news about one incident, the last one is enough. */
@Injectable()
@HandlesJob(incidentNews)
export class NewsHandler implements JobHandler<z.infer<typeof incidentNews.schema>> {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async handle(
    { topic, incidentId, version, except }: z.infer<typeof incidentNews.schema>,
    { tx }: { tx: Tx },
  ): Promise<void> {
    const listeners = await listenersOf(tx, incidentId, except);
    const userIds = [...(await whoSees(tx, incidentId, listeners))];
    await forgetUnread(tx, { userIds, subjectId: incidentId, topics: NEWS });
    const cause = `${topic}:${incidentId}:${String(version)}`;
    const about = { subjectType: 'incident', subjectId: incidentId, escalationId: null, data: {} };
    await this.notifier.tell(tx, [{ cause, userIds, topic, ...about }], this.clock.now());
  }
}
