import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Teller, quarterlyOutline } from '../core/index.js';
import type {
  BriefFacts,
  BriefSection,
  Language,
  NameOf,
  ReportContent,
  ReportType,
  Span,
} from '../core/index.js';
import { ReadFigures } from '../figures/read-figures.js';
import { ReadFacts } from './facts/read-facts.js';

/** What a report is counted for. */
export interface CountedReport {
  readonly type: ReportType;
  readonly span: Span;
  readonly language: Language;
}

/** Counts the figures of a report as of its moment, and has its sections told from them. */
@Injectable()
export class CountReport {
  constructor(
    private readonly figures: ReadFigures,
    private readonly facts: ReadFacts,
    private readonly policies: EscalationPolicies,
  ) {}

  async run({ type, span, language }: CountedReport): Promise<ReportContent> {
    const zone = this.policies.calendar.timeZone;
    return this.figures.within({ asOf: span.asOf, zone }, async (tx, frame) => {
      const figures = await this.figures.readIn(tx, frame, span, zone);
      const facts = await this.facts.run(tx, frame, span);
      const nameOf = await this.facts.names(tx, language);
      const kept = [...figures].map(([key, { ref, value, previous, yearBefore }]) => [
        key,
        { value, unit: ref.definition.unit, previous, yearBefore },
      ]);
      return {
        figures: Object.fromEntries(kept) as ReportContent['figures'],
        sections: sectionsOf(type, new Teller(figures, language), facts, nameOf),
      };
    });
  }
}

/** Every kind is told by the outline of the quarterly brief. */
const sectionsOf = (
  _type: ReportType,
  teller: Teller,
  facts: BriefFacts,
  nameOf: NameOf,
): BriefSection[] => quarterlyOutline(teller, facts, nameOf);
