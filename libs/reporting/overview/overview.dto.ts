import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '#platform';
import { FIGURE_UNITS } from '../core/index.js';
import type { FigureUnit, Paragraph } from '../core/index.js';

export class OverviewFigure {
  key: string;
  words: WordsView;

  /** Null where there is nothing to take a share or a median of. */
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;

  @ApiProperty({ enum: FIGURE_UNITS, enumName: 'FigureUnit' })
  unit: FigureUnit;

  /** Of as many days from the beginning of the quarter before; null too when nothing was logged in them. */
  @ApiProperty({ type: Number, nullable: true })
  previous: number | null;

  /** Of the same days a year before; null too when nothing was logged in them. */
  @ApiProperty({ type: Number, nullable: true })
  yearBefore: number | null;

  /** Where what was counted is listed. */
  records: string;
}

export class OverviewChart {
  key: string;
  title: string;
  /** What is to be seen, in words. */
  alt: string;
  height: number;
  /** What ECharts draws. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  option: Readonly<Record<string, unknown>>;
}

export class GraveIncidentView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  number: string;
  title: string;
  severity: string;
  state: string;
}

export class OverviewNow {
  open: number;
  /** Open incidents with a term that is past. */
  overdue: number;
  /** Ladders that climb, since nobody has taken them. */
  escalations: number;
  /** The highest severity first. */
  gravest: GraveIncidentView[];
}

export class OverviewQuarter {
  @ApiProperty({ format: 'date-time' })
  from: string;
  @ApiProperty({ format: 'date-time' })
  to: string;
  name: string;
}

export class DayAhead {
  title: string;
  /** Local days, both included. */
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  to: string;
}

export class RiskAheadView {
  title: string;
  place: string | null;
  category: string | null;
  /** From 1 to 5. */
  likelihood: number;
  consequence: number;
}

export class OverviewAhead {
  /** Of the next 30 days, the first first. */
  dates: DayAhead[];
  /** The gravest of the register first. */
  risks: RiskAheadView[];
}

const WAITING_KINDS = [
  'report',
  'release',
  'judgement',
  'upward',
  'instruction',
  'matter',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export class WaitingView {
  @ApiProperty({ enum: WAITING_KINDS, enumName: 'WaitingKind' })
  is: WaitingKind;

  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  /** The page of the application on which it is done. */
  path: string;
}

export class OverviewView {
  /** The moment as of which sentences, figures and chart were counted: at most a minute ago. */
  @ApiProperty({ format: 'date-time' })
  asOf: string;

  /** Each a list of texts and of numbers that are figures: `{figure, text}`. */
  @ApiProperty({
    type: 'array',
    items: {
      type: 'array',
      items: {
        oneOf: [
          { type: 'string' },
          {
            type: 'object',
            properties: { figure: { type: 'string' }, text: { type: 'string' } },
            required: ['figure', 'text'],
          },
        ],
      },
    },
  })
  sentences: Paragraph[];

  five: OverviewFigure[];

  /** The incidents of each week of the quarter. */
  chart: OverviewChart;
  now: OverviewNow;
  quarter: OverviewQuarter;
  ahead: OverviewAhead;
  /** What waits for the one who asks, the longest first. */
  waiting: WaitingView[];
}
