import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { Clock, Database, Metrics, ProblemError, newId, sql } from '#platform';
import type { Tx } from '#platform';
import { ChannelSetup } from '../channel-setup.js';
import type { Channel, SendResult } from '../channels/channel.js';
import type { ChannelName } from '../core/channel-name.js';
import { addressOf } from '../core/reach.js';
import { peopleOf } from '../deliveries/people.js';
import type { Person } from '../deliveries/people.js';
import { sendToBrowsers } from '../push/send-to-browsers.js';
import { testMessage } from '../words/message.js';
import type { TestContactView } from './my-channels.dto.js';

/** Enough to try again; too seldom to bother whoever reads the group. */
const AGAIN_AFTER_MS = 10_000;
const KEPT_MS = 60_000;

/** Sends somebody a test message, and waits for what becomes of it. */
@Injectable()
export class TestContact {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly setup: ChannelSetup,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** 422 when the channel is not set up or the person has no contact there, 429 within 10 s of the last test. */
  async run(userId: string, name: ChannelName): Promise<TestContactView> {
    const now = this.clock.now();
    const { id, channel, person, address } = await this.database.transaction(async (tx) => {
      const person = (await peopleOf(tx, this.directory, [userId])).get(userId);
      const channel = this.setup.channels.get(name);
      if (channel === undefined) throw wrong('is not set up in this office');
      const address = person === undefined ? null : addressOf(person, name);
      if (person === undefined || address === null) throw wrong('is none of your contacts');
      await oneEachTenSeconds(tx, userId, now);
      return { id: await begin(tx, { userId, name, address }, now), channel, person, address };
    });
    const result = await this.send(channel, { id, userId, address, person }, now);
    await finish(this.database.reader, id, result, this.clock.now());
    this.metrics.deliveries.inc({ channel: name, result: result.state });
    return {
      delivery: result.state,
      reason: result.state === 'delivered' ? null : result.reason,
    };
  }

  private send(
    channel: Channel,
    to: {
      readonly id: string;
      readonly userId: string;
      readonly address: string;
      readonly person: Person;
    },
    now: number,
  ): Promise<SendResult> {
    const { timeZone, address } = this.setup;
    const message = testMessage({ locale: to.person.locale, timeZone, address });
    const context = { now, deliveryId: to.id };
    return channel.name === 'push'
      ? sendToBrowsers(this.database.reader, channel, to.userId, message, context)
      : channel.send(to.address, message, context);
  }
}

const wrong = (message: string): ProblemError =>
  new ProblemError(422, 'contact.missing', 'There is nothing to test.', {
    errors: [{ path: 'channel', message }],
  });

/** One after the other, too: the second of two clicks waits for the first, and is refused. */
async function oneEachTenSeconds(tx: Tx, userId: string, now: number): Promise<void> {
  await sql(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [userId]);
  const [last] = await sql<{ at: Date | null }>(
    tx,
    `SELECT max(sending_since) AS at FROM deliveries
     WHERE user_id = $1 AND notification_id IS NULL AND sending_since > $2`,
    [userId, new Date(now - AGAIN_AFTER_MS)],
  );
  const at = last?.at ?? null;
  if (at === null) return;
  const retryAfterSeconds = Math.ceil((at.getTime() + AGAIN_AFTER_MS - now) / 1000);
  throw new ProblemError(429, 'contact.too-soon', 'Wait a moment before the next test.', {
    retryAfterSeconds,
  });
}

async function begin(
  tx: Tx,
  { userId, name, address }: { userId: string; name: ChannelName; address: string },
  now: number,
): Promise<string> {
  const id = newId();
  await sql(
    tx,
    `INSERT INTO deliveries (id, cause, user_id, channel, address, severity, state, attempts, next_attempt_at,
       expires_at, sending_since, created_at)
     VALUES ($1, $2, $3, $4, $5, 'unrated', 'sending', 1, $6, $7, $6, $6)`,
    [id, `test:${id}`, userId, name, address, new Date(now), new Date(now + KEPT_MS)],
  );
  return id;
}

async function finish(tx: Tx, id: string, result: SendResult, now: number): Promise<void> {
  const failed = result.state === 'delivered' ? null : result;
  const code = failed?.state === 'failed' ? (failed.code ?? 'rejected') : (failed?.state ?? null);
  await sql(
    tx,
    `UPDATE deliveries SET state = $2, code = $3, reason = $4, done_at = $5 WHERE id = $1`,
    [id, result.state, code, failed?.reason ?? null, new Date(now)],
  );
}
