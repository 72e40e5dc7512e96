import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { Clock, Database, Metrics } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import { ChannelSetup } from '../channel-setup.js';
import type { Channel, SendResult } from '../channels/channel.js';
import { howToSend } from '../core/bundle.js';
import { CHANNEL_NAMES } from '../core/channel-name.js';
import type { ChannelName } from '../core/channel-name.js';
import { MessageActs } from '../links/message-acts.js';
import { sendToBrowsers } from '../push/send-to-browsers.js';
import {
  cancel,
  expire,
  lockDue,
  markSending,
  nextDue,
  putOff,
  sentLately,
  takePeople,
} from './claim.js';
import type { DueDelivery } from './claim.js';
import { compose } from './compose.js';
import type { Parcel, Ready } from './compose.js';
import { inParallel } from './in-parallel.js';
import { giveUpLost } from './lost.js';
import { peopleOf } from './people.js';
import { settle } from './settle.js';

/**
 * People per claim. With at most 5 messages each and 16 at a time, the last of them begins well before the two
 * minutes after which a claim counts as lost.
 */
const PEOPLE = 12;
const AT_A_TIME = 16;

/** Who is served, and what they get. `busy` says that there may be more. */
interface Claim {
  readonly busy: boolean;
  readonly ready: readonly Ready[];
}

/**
 * Sends what is queued. A delivery is claimed and the claim committed before anything is sent: should this process
 * die, it is in doubt, and never sent again. Sending happens outside of any transaction.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly database: Database,
    private readonly setup: ChannelSetup,
    private readonly directory: Directory,
    private readonly doors: SubjectDoors,
    private readonly acts: MessageActs,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  get channels(): readonly ChannelName[] {
    return [...this.setup.channels.keys()];
  }

  /** Sends on all channels what is due at `now`. Answers how many messages went out. */
  async run(now: number): Promise<number> {
    const sent = await Promise.all(this.channels.map((name) => this.runChannel(name, now)));
    return sent.reduce((a, b) => a + b, 0);
  }

  /** The same on one channel: a slow one does not hold up the others. */
  async runChannel(name: ChannelName, now: number): Promise<number> {
    const channel = this.setup.channels.get(name);
    if (channel === undefined) return 0;
    const office = { setup: this.setup, directory: this.directory };
    const lost = await this.database.transaction((tx) => giveUpLost(tx, name, office, now));
    this.count(name, 'in-doubt', lost);
    this.count(name, 'expired', await expire(this.database.reader, name, now));
    let sent = 0;
    for (;;) {
      // A manual clock stands still while we send; the machine's moves on.
      const at = Math.max(now, this.clock.now());
      const { busy, ready } = await this.database.transaction((tx) => this.claim(tx, name, at));
      await inParallel(ready, AT_A_TIME, (message) => this.send(channel, message, at));
      sent += ready.length;
      if (!busy) return sent;
    }
  }

  /** What was queued for channels that are not set up any more waits for nothing. */
  async expireLeftovers(now: number): Promise<void> {
    const unused = CHANNEL_NAMES.filter((name) => !this.setup.available.has(name));
    for (const name of unused) {
      this.count(name, 'expired', await expire(this.database.reader, name, now));
    }
  }

  /** The next instant at which something is to go out on a channel; null when nothing waits. */
  nextDue(name: ChannelName): Promise<number | null> {
    return nextDue(this.database.reader, name);
  }

  private async claim(tx: Tx, channel: ChannelName, now: number): Promise<Claim> {
    const userIds = await takePeople(tx, channel, now, PEOPLE);
    if (userIds.length === 0) return { busy: false, ready: [] };
    const locked = await lockDue(tx, channel, userIds, now);
    const untaken = await this.untaken(tx, locked);
    const due = await stillNeeded(tx, locked, untaken, now);
    const lately = await sentLately(tx, channel, userIds, now);
    const people = await peopleOf(tx, this.directory, userIds);
    const parcels: Parcel[] = [];
    const waiting: { id: string; until: number }[] = [];
    const leavers: string[] = [];
    for (const [userId, rows] of byPerson(due)) {
      const person = people.get(userId);
      if (person === undefined) {
        leavers.push(...rows.map(({ id }) => id));
        continue;
      }
      const since = rows.map(({ createdAt }) => createdAt.getTime());
      const { perMinute } = this.setup.config.limits;
      const sending = howToSend(since, lately.get(userId) ?? [], perMinute, now);
      switch (sending.kind) {
        case 'wait':
          waiting.push(...rows.map(({ id }) => ({ id, until: sending.until })));
          break;
        case 'separately':
          parcels.push(...rows.map((row): Parcel => ({ person, rows: [row] })));
          break;
        case 'bundle':
          parcels.push({ person, rows });
      }
    }
    await cancel(tx, leavers, now);
    await putOff(tx, waiting);
    const office = { setup: this.setup, doors: this.doors };
    const ready = await compose(tx, parcels, office, untaken, now);
    const going = ready.flatMap(({ rows, bundleId }) => rows.map(({ id }) => ({ id, bundleId })));
    await markSending(tx, going, now);
    return { busy: locked.length > 0, ready };
  }

  private async untaken(
    tx: Tx,
    due: readonly DueDelivery[],
  ): Promise<ReadonlyMap<string, boolean>> {
    const ids = [...new Set(due.flatMap(({ escalationId }) => escalationId ?? []))];
    return ids.length === 0 ? new Map() : this.acts.untaken(tx, ids);
  }

  private async send(channel: Channel, ready: Ready, now: number): Promise<void> {
    const result = await this.attempt(channel, ready, now);
    const then = Math.max(now, this.clock.now());
    const rows = ready.rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
    const office = { setup: this.setup, directory: this.directory };
    const settled = await this.database.transaction((tx) => settle(tx, rows, result, office, then));
    this.count(channel.name, settled === 'queued' ? 'retried' : settled, 1);
  }

  /** A channel does not throw; should one do it all the same, nobody knows what it had sent by then. */
  private async attempt(
    channel: Channel,
    { id, to, rows, message }: Ready,
    now: number,
  ): Promise<SendResult> {
    const context = { now, deliveryId: id };
    try {
      if (channel.name !== 'push') return await channel.send(to, message, context);
      const { reader } = this.database;
      return await sendToBrowsers(reader, channel, rows[0]?.userId ?? '', message, context);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { state: 'in-doubt', reason: `the program failed while sending: ${reason}` };
    }
  }

  private count(channel: ChannelName, result: string, times: number): void {
    if (times > 0) this.metrics.deliveries.inc({ channel, result }, times);
  }
}

function byPerson(
  rows: readonly DueDelivery[],
): ReadonlyMap<string, readonly [DueDelivery, ...DueDelivery[]]> {
  const groups = new Map<string, readonly [DueDelivery, ...DueDelivery[]]>();
  for (const row of rows) {
    const group = groups.get(row.userId);
    groups.set(row.userId, group === undefined ? [row] : [...group, row]);
  }
  return groups;
}

/** Cancels what somebody has taken meanwhile, and answers the rest. */
async function stillNeeded(
  tx: Tx,
  due: readonly DueDelivery[],
  untaken: ReadonlyMap<string, boolean>,
  now: number,
): Promise<DueDelivery[]> {
  const isNeeded = ({ escalationId }: DueDelivery) =>
    escalationId === null || untaken.has(escalationId);
  const over = due.filter((row) => !isNeeded(row)).map(({ id }) => id);
  await cancel(tx, over, now);
  return due.filter(isNeeded);
}
