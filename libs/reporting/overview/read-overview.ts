import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { EscalationPolicies, countClimbing } from '#escalation';
import type { RequestActor } from '#identity';
import { readStanding } from '#incidents';
import { Clock, Database } from '#platform';
import type { Tx } from '#platform';
import { riskPointsOf, sensitiveDatesBetween } from '#registers';
import { SubjectDoors, actorOf } from '#workflow';
import type { WaitingMatter } from '#workflow';
import type { OverviewAhead, OverviewView, WaitingView } from './overview.dto.js';
import { QuarterSoFar } from './quarter-so-far.js';
import { placeOf } from './waiting-place.js';

const DAYS_AHEAD = 30;
const MOST_RISKS = 5;
const MOST_GRAVE = 5;
/** Of each kind. */
const MOST_WAITING = 50;

/** What a leader sees first: how things are, what is ahead, what waits for them. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly database: Database,
    private readonly quarter: QuarterSoFar,
    private readonly doors: SubjectDoors,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  async run(reader: RequestActor): Promise<OverviewView> {
    const tx = this.database.reader;
    const now = this.clock.now();
    const { asOf, quarter, name, sentences, five, chart } = await this.quarter.told(reader.locale);
    const { open, overdue, gravest } = await readStanding(tx, now, MOST_GRAVE);
    const waiting = await this.doors.waitingFor(tx, actorOf(reader), MOST_WAITING);
    return {
      asOf: iso(asOf),
      sentences: [...sentences],
      five: [...five],
      chart,
      now: { open, overdue, escalations: await countClimbing(tx), gravest: [...gravest] },
      quarter: { from: iso(quarter.from), to: iso(quarter.to), name },
      ahead: await this.ahead(tx, now),
      waiting: waiting.flatMap((one) => shown(one)),
    };
  }

  private async ahead(tx: Tx, now: number): Promise<OverviewAhead> {
    const today = DateTime.fromMillis(now, { zone: this.policies.calendar.timeZone });
    const last = today.plus({ days: DAYS_AHEAD });
    const dates = await sensitiveDatesBetween(
      tx,
      today.toFormat('yyyy-MM-dd'),
      last.toFormat('yyyy-MM-dd'),
    );
    const risks = await riskPointsOf(tx, {});
    return {
      dates: dates.map(({ title, from, to }) => ({ title, from, to })),
      risks: risks
        .map(({ title, place, category, likelihood, consequence }) => ({
          ...{ title, place, category, likelihood, consequence },
        }))
        .sort((a, b) => b.likelihood * b.consequence - a.likelihood * a.consequence)
        .slice(0, MOST_RISKS),
    };
  }
}

/** A kind of subject that has no page of its own is not shown. */
function shown({ type, id, title, since }: WaitingMatter): WaitingView[] {
  const place = placeOf(type, id);
  return place === null ? [] : [{ ...place, id, title, since: iso(since) }];
}

const iso = (at: number): string => new Date(at).toISOString();
