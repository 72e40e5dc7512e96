import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Clock, Database } from '#platform';
import {
  LEADING_CLOCK,
  Teller,
  overviewSentences,
  periodName,
  quarterSoFar,
  weekOf,
  weeklyChart,
  weeksOf,
} from '../core/index.js';
import type { BriefChart, Language, Paragraph, Period, SoFar } from '../core/index.js';
import { ReadFigures } from '../figures/read-figures.js';
import type { Figures } from '../figures/read-figures.js';
import { ReadFacts } from '../reports/facts/read-facts.js';
import type { OverviewFigure } from './overview.dto.js';

/** So long an answer is given again: a leader who looks does not mind a minute, and a wall of screens costs nothing. */
const FRESH_MS = 60_000;

const FIVE: readonly string[] = [
  ...['logged', 'archived', `onTime.${LEADING_CLOCK}`, `medianMinutes.${LEADING_CLOCK}`],
  'escalations.exhausted',
];

interface Counted extends SoFar {
  readonly asOf: number;
  readonly figures: Figures;
}

/** What the quarter has come to, told in a language. */
export interface ToldQuarter {
  readonly asOf: number;
  readonly quarter: Period;
  readonly name: string;
  readonly sentences: readonly Paragraph[];
  readonly five: readonly OverviewFigure[];
  readonly chart: BriefChart;
}

/**
 * The figures of the quarter so far. Counting them takes a second where a million incidents are, so that each process counts
 * at most once a minute, however many ask: those who ask meanwhile wait for the same count. Lives are folded as they
 * change (ADR 34), so that a count begins from rows and not from the timeline. What must not be a minute old (what is
 * open, what waits for a signature) is not kept here.
 */
@Injectable()
export class QuarterSoFar {
  private last: { readonly at: number; readonly counted: Promise<Counted> } | null = null;

  constructor(
    private readonly database: Database,
    private readonly figures: ReadFigures,
    private readonly facts: ReadFacts,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  async told(language: Language): Promise<ToldQuarter> {
    const { asOf, quarter, period, figures } = await this.counted();
    const zone = this.policies.calendar.timeZone;
    const nameOf = await this.facts.names(this.database.reader, language);
    const teller = new Teller(figures, language);
    return {
      ...{ asOf, quarter, name: periodName(quarter, zone, language) },
      sentences: overviewSentences(teller, nameOf),
      five: FIVE.flatMap((key) => this.figure(key, figures, period, asOf) ?? []),
      chart: weeklyChart(teller, weeksOf(period, zone), [], (at) => weekOf(at, zone)),
    };
  }

  private counted(): Promise<Counted> {
    const now = this.clock.now();
    if (this.last !== null && now - this.last.at < FRESH_MS && now >= this.last.at)
      return this.last.counted;
    const counted = this.count(now);
    const mine = { at: now, counted };
    this.last = mine;
    // A count that failed is nobody's answer a second time.
    counted.catch(() => {
      if (this.last === mine) this.last = null;
    });
    return counted;
  }

  private async count(asOf: number): Promise<Counted> {
    const zone = this.policies.calendar.timeZone;
    const soFar = quarterSoFar(asOf, zone);
    const figures = await this.figures.run(soFar.period, { asOf, zone }, soFar.base);
    return { asOf, ...soFar, figures };
  }

  /** Null when the configuration has no such clock. */
  private figure(
    key: string,
    figures: Figures,
    { from, to }: Period,
    asOf: number,
  ): OverviewFigure | null {
    const figure = figures.get(key);
    if (figure === undefined) return null;
    const { ref, value, previous, yearBefore } = figure;
    const { unit, words } = ref.definition;
    const span = { from: iso(from), to: iso(to), asOf: iso(asOf) };
    const query = new URLSearchParams(span).toString();
    return {
      ...{ key, value, unit, previous, yearBefore, words },
      records: `/api/v1/figures/${encodeURIComponent(key)}/records?${query}`,
    };
  }
}

const iso = (at: number): string => new Date(at).toISOString();
