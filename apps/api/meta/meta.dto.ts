import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { INCIDENT_KINDS, SEVERITIES, VERDICTS } from '#incidents';
import { WordsView } from '#platform';

export class CategoryView {
  code: string;

  zh: string;

  en: string;

  /** The code of the unit that usually answers for it. */
  ownerUnit: string;
}

export class StateMeta {
  name: string;

  zh: string;

  en: string;

  /** Nothing more is to be done in it. */
  final: boolean;
}

export class ClockMeta {
  name: string;

  title: WordsView;

  /** The rule it rests on. */
  @ApiProperty({ type: String, nullable: true })
  basis: string | null;

  /** Set by law: nobody can pause it. */
  legal: boolean;

  /**
   * How long there is, by severity: `PT5M`, `P3D`, `P7WD` for work days, null for nothing due. Null altogether when
   * the person who gives the command enters the time.
   */
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'string', nullable: true },
  })
  due: Record<string, string | null> | null;
}

export class LevelView extends WordsView {
  example: WordsView;
}

export class FactorView {
  title: WordsView;

  /** What the levels 1 to 5 mean. */
  levels: LevelView[];
}

export class BandView {
  from: number;

  to: number;
}

const factors = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(FactorView) },
} as const;

/** The scale of the judgement: rounded mean of likelihood × highest consequence falls into a band. */
export class MatrixView {
  @ApiProperty(factors)
  likelihood: Record<string, FactorView>;

  @ApiProperty(factors)
  consequence: Record<string, FactorView>;

  /** By severity. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(BandView) } })
  bands: Record<string, BandView>;
}

/** What a screen must know before anybody has signed in. */
export class MetaView {
  organisation: WordsView;

  /** IANA name: all days of the organisation begin and end by it. */
  timeZone: string;

  @ApiProperty({ format: 'date-time' })
  serverTime: string;

  /** A throw-away workspace with one-click sign-in. */
  demo: boolean;

  version: string;

  categories: CategoryView[];

  @ApiProperty({ enum: INCIDENT_KINDS, isArray: true })
  kinds: string[];

  @ApiProperty({ enum: SEVERITIES, isArray: true })
  severities: string[];

  @ApiProperty({ enum: VERDICTS, isArray: true })
  verdicts: string[];

  /** Of an incident, in the order of its life. */
  states: StateMeta[];

  clocks: ClockMeta[];

  matrix: MatrixView;
}
