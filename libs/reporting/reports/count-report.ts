import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Teller, outlineOf, periodName, specialOutline } from '../core/index.js';
import type { Language, ReportContent, ReportType, Span } from '../core/index.js';
import { ReadFigures } from '../figures/read-figures.js';
import { ReadFacts } from './facts/read-facts.js';
import { readSpecial } from './facts/special.js';
import type { ReportRow } from './report.repository.js';

/** What a report is counted for. */
export interface CountedReport {
  readonly type: ReportType;
  readonly span: Span;
  readonly language: Language;
  /** Of a special report. */
  readonly incidentId: string | null;
  /** Of a scorecard. */
  readonly unitId: string | null;
}

/** Counts the figures of a report as of its moment, and has its sections told from them. */
@Injectable()
export class CountReport {
  constructor(
    private readonly figures: ReadFigures,
    private readonly facts: ReadFacts,
    private readonly policies: EscalationPolicies,
  ) {}

  /**
   * The same report counted as of another moment. A special one that went as far as it was counted goes on to that moment;
   * one whose end was asked for keeps it.
   */
  async again(row: ReportRow, asOf: number): Promise<ReportRow> {
    const from = row.from.getTime();
    const isToAsOf = row.type === 'special' && row.to.getTime() === row.asOf.getTime();
    const to = isToAsOf ? asOf : row.to.getTime();
    const content = await this.run({ ...row, span: { from, to, asOf } });
    return {
      ...{ ...row, content, asOf: new Date(asOf), to: new Date(to) },
      periodName: periodName({ from, to }, this.policies.calendar.timeZone, row.language),
    };
  }

  async run({ type, span, language, incidentId, unitId }: CountedReport): Promise<ReportContent> {
    const zone = this.policies.calendar.timeZone;
    return this.figures.within(
      { asOf: span.asOf, zone, of: { unitId, incidentId } },
      async (tx, frame) => {
        const figures = await this.figures.readIn(tx, frame, span, zone);
        const facts = await this.facts.run(tx, frame, span);
        const nameOf = await this.facts.names(tx, language);
        const kept = [...figures].map(([key, { ref, value, previous, yearBefore }]) => [
          key,
          { value, unit: ref.definition.unit, previous, yearBefore },
        ]);
        const teller = new Teller(figures, language);
        return {
          figures: Object.fromEntries(kept) as ReportContent['figures'],
          sections:
            type === 'special'
              ? specialOutline(
                  teller,
                  await readSpecial(tx, String(incidentId), span, { zone, nameOf }),
                  facts,
                  nameOf,
                )
              : outlineOf(type, teller, facts, nameOf),
        };
      },
    );
  }
}
