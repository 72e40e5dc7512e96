import { Injectable } from '@nestjs/common';
import { addToOutbox, Clock, Database, jobOf, Nudges } from '#platform';
import type { Tx } from '#platform';
import { risesOf } from '../core/index.js';
import type { Rise } from '../core/index.js';
import { IntakeConfig } from '../intake-config.js';
import { firstToldOf, reachOf, titlesOf, waitingTopics } from './reach.repository.js';
import { topicRises } from './topic-rises.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More mentions within an hour than anybody could read: the newest are looked at. */
const LOOKED_AT = 5_000;

/** Finds what rises in the inbox, and has people told of it once a day. */
@Injectable()
export class WatchRises {
  constructor(
    private readonly database: Database,
    private readonly config: IntakeConfig,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers with how many were told. */
  async run(): Promise<number> {
    if (this.config.rise.tell.length === 0) return 0;
    const told = await this.database.transaction((tx) => this.within(tx, this.clock.now()));
    if (told > 0) this.nudges.send('outbox');
    return told;
  }

  private async within(tx: Tx, now: number): Promise<number> {
    const { rise: rules } = this.config;
    const since = now - rules.doubling.hours * HOUR_MS;
    const reaches = await reachOf(tx, await waitingTopics(tx, since, LOOKED_AT), rules, now);
    const rises = [...reaches].flatMap(([topicId, reach]) =>
      risesOf(reach, rules, now)
        .filter(({ kind }) => kind !== 'new')
        .map((rise): Rise & { topicId: string } => ({ ...rise, topicId })),
    );
    if (rises.length === 0) return 0;
    const first = await firstToldOf(tx, rises, now - DAY_MS, now);
    const titles = await titlesOf(
      tx,
      first.map(({ topicId }) => topicId),
    );
    const isFirst = new Set(first.map(keyOf));
    const { tell } = rules;
    const messages = rises
      .filter((rise) => isFirst.has(keyOf(rise)))
      .map((rise) => jobOf(topicRises, { ...rise, title: titles.get(rise.topicId) ?? '', tell }));
    if (messages.length > 0) await addToOutbox(tx, messages, now);
    return messages.length;
  }
}

const keyOf = ({ topicId, kind }: { topicId: string; kind: string }): string =>
  `${topicId} ${kind}`;
