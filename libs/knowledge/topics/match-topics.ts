import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { keepMatches, takeUnmatched } from '#intake';
import type { TopicMatch, WaitingTopic } from '#intake';
import { Clock, Database, Nudges } from '#platform';
import type { Tx } from '#platform';
import { ClaimIndex } from '../claims/claim-index.js';
import { TARGETS } from '../claims/claim.repository.js';
import type { Claim } from '../claims/claim.repository.js';
import { countOpenClaims, openClaimsAfter } from '../claims/open-claims.js';
import { GramFrequencies } from '../claims/gram-frequencies.js';
import { ClaimTable } from '../core/index.js';
import type { Comparison } from '../core/index.js';
import { tellClaims } from './tell-claims.js';

/** Topics that become one transaction. */
const BATCH = 500;
/** Up to so many are asked one by one; loading all claims pays from some two seconds of asking on. */
const FEW = 200;
/** Claims in memory take about one kilobyte each; with more of them, topics are asked one by one. */
const MOST_CLAIMS = 200_000;
const LOADED_AT_ONCE = 2_000;
/** What was logged since then is met when it comes: see `tellClaims`. */
const GOOD_FOR_MS = 60_000;
/** Compared in a row, before others have their turn in this process. */
const IN_A_ROW = 25;

/**
 * Compares new topics with open incidents and answered claims, after they were taken in: a topic once, however often
 * it is seen. What is found stands beside the topic, so that a list of mentions asks nothing more.
 */
@Injectable()
export class MatchTopics {
  private table: { readonly at: number; readonly claims: ClaimTable<Claim> } | null = null;

  constructor(
    private readonly database: Database,
    private readonly index: ClaimIndex,
    private readonly frequencies: GramFrequencies,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Takes the next batch in hand. Answers how many there were: 0 when none waits. Safe to run in several processes. */
  async run(): Promise<number> {
    const { taken, found } = await this.database.transaction(async (tx) => {
      await tellClaims(tx, await this.frequencies.read(tx));
      const topics = await takeUnmatched(tx, BATCH);
      const matches = await this.matchesOf(tx, topics);
      if (topics.length > 0) await keepMatches(tx, topics, matches, this.clock.now());
      return { taken: topics.length, found: matches.length };
    });
    if (found > 0) this.nudges.send('stream');
    if (taken < BATCH) this.table = null;
    return taken;
  }

  private async matchesOf(tx: Tx, topics: readonly WaitingTopic[]): Promise<TopicMatch[]> {
    const told = topics.filter(({ title }) => title !== '');
    const claims = told.length > FEW || this.table !== null ? await this.claims(tx) : null;
    const matches: TopicMatch[] = [];
    for (const [index, topic] of told.entries()) {
      if (claims !== null && index % IN_A_ROW === IN_A_ROW - 1) await breathe();
      const match = claims === null ? await this.ask(tx, topic) : bestIn(claims, topic);
      if (match !== null) matches.push(match);
    }
    return matches;
  }

  private async ask(tx: Tx, topic: WaitingTopic): Promise<TopicMatch | null> {
    const options = { limit: 1, targets: TARGETS, openOnly: true };
    const [best] = await this.index.suggest(tx, topic.title, options);
    return best === undefined
      ? null
      : matchOf(topic, best, { ...best, differences: best.why.differences });
  }

  private async claims(tx: Tx): Promise<ClaimTable<Claim> | null> {
    const now = this.clock.now();
    if (this.table !== null && now - this.table.at < GOOD_FOR_MS) return this.table.claims;
    this.table = null;
    if ((await countOpenClaims(tx, MOST_CLAIMS)) > MOST_CLAIMS) return null;
    const claims = new ClaimTable<Claim>();
    let after: Claim | null = null;
    for (;;) {
      const next: Claim[] = await openClaimsAfter(tx, after, LOADED_AT_ONCE);
      claims.add(next);
      after = next.at(-1) ?? null;
      if (next.length < LOADED_AT_ONCE) break;
      await breathe();
    }
    this.table = { at: now, claims: claims.ready() };
    return this.table.claims;
  }
}

function bestIn(claims: ClaimTable<Claim>, topic: WaitingTopic): TopicMatch | null {
  const best = claims.best(topic.title);
  return best === null ? null : matchOf(topic, best.claim, best.comparison);
}

function matchOf(
  topic: WaitingTopic,
  { target, id, text }: Claim,
  {
    score,
    relation,
    strength,
    differences,
  }: Pick<Comparison, 'score' | 'relation' | 'strength' | 'differences'>,
): TopicMatch | null {
  if (strength === 'weak') return null;
  const found = { topicId: topic.id, target, targetId: id, claim: text };
  return { ...found, score, relation, strength, differences };
}
