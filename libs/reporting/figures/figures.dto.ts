import { IsUUID } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { IfGiven, Instant, PageQuery, WordsView } from '#platform';
import { FIGURE_UNITS } from '../core/index.js';
import type { FigureUnit } from '../core/index.js';
import type { FigureRecord } from './read-records.js';

export class FiguresQuery {
  /** From this time on. ISO 8601 with offset. */
  @Instant()
  from: string;

  /** Up to this time, and not at it. At most 400 days after `from`. */
  @Instant()
  to: string;

  /** Counted as everything stood then; now, when left out. Not in the future. */
  @IfGiven()
  @Instant()
  asOf?: string;

  /** Only incidents of this unit. */
  @IfGiven()
  @IsUUID()
  unitId?: string;

  /** Only this incident. */
  @IfGiven()
  @IsUUID()
  incidentId?: string;
}

export class FigureView {
  /** Null where there is nothing to take a share or a median of. */
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;

  @ApiProperty({ enum: FIGURE_UNITS, enumName: 'FigureUnit' })
  unit: FigureUnit;

  /** Of the period before (环比); null too when nothing was logged in it. */
  @ApiProperty({ type: Number, nullable: true })
  previous: number | null;

  /** Of the same period a year before (同比); null too when nothing was logged in it. */
  @ApiProperty({ type: Number, nullable: true })
  yearBefore: number | null;

  words: WordsView;

  /** What is counted, in a sentence. */
  counts: WordsView;

  /** Where what was counted is listed. */
  records: string;
}

export class FiguresView {
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ format: 'date-time' })
  asOf: string;

  /** By their keys, such as `logged` or `onTime.judge`. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/FigureView' },
  })
  figures: Record<string, FigureView>;
}

export class RecordsQuery extends PageQuery {
  @Instant()
  from: string;

  @Instant()
  to: string;

  @IfGiven()
  @Instant()
  asOf?: string;

  /** Only incidents of this unit. */
  @IfGiven()
  @IsUUID()
  unitId?: string;

  /** Only this incident. */
  @IfGiven()
  @IsUUID()
  incidentId?: string;
}

export class RecordView {
  @ApiProperty({ enum: ['incident', 'shift'], enumName: 'RecordKind' })
  is: FigureRecord['is'];

  id: string;

  /** Of a shift the name of its schedule. */
  number: string;

  title: string;

  /** Null, as what follows, of a shift. */
  @ApiProperty({ type: String, nullable: true })
  state: string | null;

  @ApiProperty({ type: String, nullable: true })
  severity: string | null;

  @ApiProperty({ type: String, nullable: true })
  verdict: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  detectedAt: string | null;
}

export class RecordPage {
  items: RecordView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
