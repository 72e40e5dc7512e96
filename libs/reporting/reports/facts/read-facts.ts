import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { EscalationPolicies } from '#escalation';
import { IncidentConfig } from '#incidents';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { riskPointsOf, sensitiveDatesBetween } from '#registers';
import { daysOf, typeOf, periodAround, weekOf, weeksOf } from '../../core/index.js';
import type { BriefFacts, Language, NameOf, Period, Span } from '../../core/index.js';
import type { Frame } from '../../figures/frame.js';
import { namesIn } from './code-names.js';
import { readLateTerms } from './late-terms.js';
import { readRemedies } from './remedies.js';
import { readTopics } from './topics.js';

/** How far a report looks ahead that is on no calendar period. */
const DAYS_AHEAD = 90;

/** What a report is made of besides figures, and what codes are called in it. */
@Injectable()
export class ReadFacts {
  constructor(
    private readonly config: IncidentConfig,
    private readonly policies: EscalationPolicies,
  ) {}

  async run(tx: Tx, frame: Frame, span: Span): Promise<BriefFacts> {
    const zone = this.policies.calendar.timeZone;
    const ahead = daysOf(periodAfter(span, zone), zone);
    const dates = await sensitiveDatesBetween(tx, ahead.from, ahead.to);
    const risks = await riskPointsOf(tx, {});
    return {
      topics: await readTopics(tx, frame, span),
      remedies: await readRemedies(tx, frame, span),
      late: await readLateTerms(tx, frame, span),
      dates: dates.map(({ title, from, to }) => ({ title, from, to })),
      risks: risks.map(({ title, place, category, likelihood, consequence }) => ({
        ...{ title, place, category, likelihood, consequence },
      })),
      minuteOf: (at) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm'),
      dayOf: (at) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd'),
      weeks: weeksOf(span, zone),
      weekOf: (at) => weekOf(at, zone),
      asOf: DateTime.fromMillis(span.asOf, { zone }).toFormat('yyyy-MM-dd HH:mm'),
    };
  }

  async names(tx: Tx, language: Language): Promise<NameOf> {
    const units = await sql<{ id: string; name: string }>(tx, 'SELECT id, name FROM units');
    return namesIn(language, {
      categories: this.config.categories,
      clock: (name) => this.policies.titleOf(name),
      units: new Map(units.map(({ id, name }) => [id, name])),
    });
  }
}

/** The period that a report looks ahead to: the next of its kind. */
function periodAfter(period: Period, zone: string): Period {
  const type = typeOf(period, zone);
  if (type !== null) return periodAround(type, period.to, zone);
  const to = DateTime.fromMillis(period.to, { zone }).plus({ days: DAYS_AHEAD });
  return { from: period.to, to: to.toMillis() };
}
