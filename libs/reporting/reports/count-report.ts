import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Teller, outlineOf, specialOutline } from '../core/index.js';
import type { Language, ReportContent, ReportType, Span } from '../core/index.js';
import { ReadFigures } from '../figures/read-figures.js';
import { ReadFacts } from './facts/read-facts.js';
import { readSpecial } from './facts/special.js';

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
