import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { Tx } from '#platform';
import { ChannelSetup } from './channel-setup.js';
import { severityOf } from './core/severity.js';
import { isTopic } from './core/topics.js';
import { peopleOf } from './deliveries/people.js';
import { nextDelivery, queueDeliveries } from './deliveries/queue.js';
import { notifyInApp } from './notifications.js';
import type { AddedNotification, NewNotification } from './notifications.js';

/** Tells people: in the application at once, and outside of it on the first channel they want. */
@Injectable()
export class Notifier {
  constructor(
    private readonly setup: ChannelSetup,
    private readonly directory: Directory,
  ) {}

  /** In the caller's transaction: who is told of a step in the application will be told outside as well. */
  async tell(tx: Tx, notifications: readonly NewNotification[], now: number): Promise<void> {
    const added = await notifyInApp(tx, notifications, now);
    if (this.setup.available.size === 0) return;
    const byCause = new Map(notifications.map((one) => [one.cause, one]));
    const leaving = added.flatMap((one) => {
      const made = byCause.get(one.cause);
      return made !== undefined && isTopic(made.topic) ? [{ ...one, made }] : [];
    });
    if (leaving.length > 0) await this.queue(tx, leaving, now);
  }

  private async queue(
    tx: Tx,
    leaving: readonly (AddedNotification & { readonly made: NewNotification })[],
    now: number,
  ): Promise<void> {
    const ids = [...new Set(leaving.map(({ userId }) => userId))];
    const people = await peopleOf(tx, this.directory, ids);
    const rows = leaving.flatMap(({ id, cause, userId, made }) => {
      const person = people.get(userId);
      if (person === undefined) return [];
      const { topic, escalationId } = made;
      const severity = severityOf(made.severity);
      const matter = { notificationId: id, cause, userId, topic, severity, escalationId };
      return nextDelivery(matter, person, this.setup, now) ?? [];
    });
    await queueDeliveries(tx, rows, now);
  }
}
