import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { Locale } from '#identity';
import { Clock, Database, ProblemError, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { ChannelSetup } from '../channel-setup.js';
import { CHANNEL_NAMES } from '../core/channel-name.js';
import { contactProblem } from '../core/contact-problem.js';
import type { QuietHours } from '../core/quiet.js';
import { orderOf } from '../core/reach.js';
import type { ChannelOrder } from '../core/reach.js';
import { peopleOf } from '../deliveries/people.js';
import type { Person } from '../deliveries/people.js';
import { subscriptionsOf } from '../push/subscriptions.js';
import type { MyChannelsView, ReachContactView } from './my-channels.dto.js';

interface Experience {
  readonly channel: string;
  readonly address: string;
  readonly arrived: boolean;
  readonly reason: string | null;
  readonly lastSuccessAt: Date | null;
}

/** How somebody is reached, and wants to be. */
@Injectable()
export class MyChannels {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly setup: ChannelSetup,
    private readonly clock: Clock,
  ) {}

  async read(userId: string): Promise<MyChannelsView> {
    const tx = this.database.reader;
    const person = (await peopleOf(tx, this.directory, [userId])).get(userId);
    if (person === undefined) throw notFound('The user');
    const { I, II, III, IV, unrated } = orderOf(person);
    return {
      contacts: await this.contacts(tx, userId, person),
      available: CHANNEL_NAMES.filter((name) => this.setup.available.has(name)),
      order: { I: [...I], II: [...II], III: [...III], IV: [...IV], unrated: [...unrated] },
      quiet: person.quiet,
      timeZone: this.setup.timeZone,
    };
  }

  /** 422 when quiet hours have no length: that would be never, or always. */
  async write(userId: string, order: ChannelOrder, quiet: QuietHours | null): Promise<void> {
    if (quiet !== null && quiet.from === quiet.to) {
      throw new ProblemError(422, 'channels.quiet', 'Quiet hours need a beginning and an end.', {
        errors: [{ path: 'quiet.to', message: 'must be another time than the beginning' }],
      });
    }
    await sql(
      this.database.reader,
      `INSERT INTO channel_preferences (user_id, channel_order, quiet, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id) DO UPDATE
       SET channel_order = excluded.channel_order, quiet = excluded.quiet, updated_at = excluded.updated_at`,
      [
        userId,
        JSON.stringify(order),
        quiet === null ? null : JSON.stringify(quiet),
        this.clock.date(),
      ],
    );
  }

  private async contacts(tx: Tx, userId: string, person: Person): Promise<ReachContactView[]> {
    const experiences = await experiencesOf(tx, userId);
    const browsers = await subscriptionsOf(tx, userId);
    const hosts = browsers.map(({ endpoint }) => new URL(endpoint).host).join(', ');
    return [
      ...person.contacts.map(({ channel, address }) =>
        this.view(channel, address, address, person.locale, experiences),
      ),
      ...(browsers.length > 0 ? [this.view('push', '', hosts, person.locale, experiences)] : []),
    ];
  }

  private view(
    channel: string,
    address: string,
    shown: string,
    locale: Locale,
    experiences: readonly Experience[],
  ): ReachContactView {
    const known = experiences.find((one) => one.channel === channel && one.address === address);
    const name = CHANNEL_NAMES.find((one) => one === channel);
    const problem = name === undefined ? null : contactProblem(name, address, this.setup.config);
    return {
      channel,
      address: shown,
      working: problem === null ? (known?.arrived ?? null) : false,
      lastSuccessAt: known?.lastSuccessAt?.toISOString() ?? null,
      lastError: problem?.[locale] ?? known?.reason ?? null,
    };
  }
}

/** What became of the last message to each address of a person. What was never sent says nothing. */
function experiencesOf(tx: Tx, userId: string): Promise<Experience[]> {
  return sql<Experience>(
    tx,
    `SELECT DISTINCT ON (channel, address) channel, address, state = 'delivered' AS arrived, reason,
       max(done_at) FILTER (WHERE state = 'delivered') OVER (PARTITION BY channel, address) AS "lastSuccessAt"
     FROM deliveries
     WHERE user_id = $1 AND sending_since IS NOT NULL
       AND (state IN ('delivered', 'failed') OR (state = 'queued' AND code IS NOT NULL))
     ORDER BY channel, address, sending_since DESC, id DESC`,
    [userId],
  );
}
