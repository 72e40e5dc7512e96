import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Matches, Min, ValidateIf } from 'class-validator';
import { IfGiven, Instant, PageQuery, Text } from '#platform';
import { REPORT_STATES, REPORT_TYPES } from '../core/index.js';
import type { ReportState, ReportType, ShownPiece } from '../core/index.js';
import { FigureView } from '../figures/figures.dto.js';

/** Longer than any section of a brief. */
const LONGEST_TEXT = 20_000;

export class BriefQuery extends PageQuery {
  @IfGiven()
  @IsIn(REPORT_TYPES)
  type?: ReportType;

  /** Left out: all but those that were discarded. */
  @IfGiven()
  @IsIn(REPORT_STATES)
  state?: ReportState;
}

/** A period by its name, or from and to: one whole period of the type in the organisation's zone. */
export class DraftBriefBody {
  @IsIn(REPORT_TYPES)
  type: ReportType;

  /** `2026W09`, `2026-03`, `2026Q1`, `2026H1` or `2026`. */
  @IfGiven()
  @Text({ max: 10 })
  @Matches(/^\d{4}/, { message: '$property must be a period, such as 2026Q1' })
  period?: string;

  @IfGiven()
  @Instant()
  from?: string;

  /** Up to this time, and not at it. */
  @IfGiven()
  @Instant()
  to?: string;

  /** Counted as everything stood then; now, when left out. */
  @IfGiven()
  @Instant()
  asOf?: string;

  @IfGiven()
  @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';

  /** Of a special report. */
  @IfGiven()
  @IsUUID()
  incidentId?: string;

  /** Of a scorecard. */
  @IfGiven()
  @IsUUID()
  unitId?: string;
}

export class BriefRef {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

export class EditSectionBody {
  /** Paragraphs are parted by line ends. Null: what was drafted. */
  @ValidateIf((_, value) => value !== null)
  @Text({ max: LONGEST_TEXT })
  @ApiProperty({ type: String, nullable: true, minLength: 1, maxLength: LONGEST_TEXT })
  text: string | null;

  /** The version that was seen. */
  @IsInt()
  @Min(1)
  expectedVersion: number;
}

export class BriefPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  name: string;
}

export class BriefRowView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: REPORT_TYPES })
  type: ReportType;

  title: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  periodName: string;

  @ApiProperty({ format: 'date-time' })
  asOf: string;

  edition: number;

  @ApiProperty({ enum: REPORT_STATES })
  state: ReportState;

  @ApiProperty({ enum: ['zh', 'en'] })
  language: 'zh' | 'en';

  @ApiProperty({ format: 'date-time' })
  draftedAt: string;

  /** Null: drafted by the program itself, on time. */
  draftedBy: BriefPersonView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  issuedAt: string | null;

  /** When the one who asks first opened it, once it was issued. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;
}

/** Of those whom it was sent to. */
export class BriefReadsView {
  read: number;
  of: number;
}

export class BriefList {
  items: BriefRowView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

const PIECE = {
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      properties: { figure: { type: 'string' }, text: { type: 'string' } },
      required: ['figure', 'text'],
    },
    {
      type: 'object',
      properties: { unsupported: { type: 'boolean' }, text: { type: 'string' } },
      required: ['unsupported', 'text'],
    },
  ],
};
const PIECES = { type: 'array', items: PIECE };

export class BriefTableView {
  /** The table's place in its section. */
  key: string;
  caption: string;
  heads: string[];

  @ApiProperty({ type: 'array', items: PIECES })
  rows: ShownPiece[][];
}

export class BriefChartView {
  key: string;
  title: string;

  /** What is to be seen, in words. */
  alt: string;

  /** In pixels, where the chart is 590 wide. */
  height: number;

  /** What ECharts draws. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  option: Readonly<Record<string, unknown>>;
}

export class BriefSectionView {
  key: string;

  /** `一`, `1`; `附` of the notes. */
  number: string;
  title: string;

  /** All paragraphs, a line each. */
  text: string;
  edited: boolean;

  /** Numbers are marked: with the figure that they are, or as supported by none. */
  @ApiProperty({ type: 'array', items: PIECES })
  paragraphs: ShownPiece[][];
  tables: BriefTableView[];
  charts: BriefChartView[];
}

export class BriefNeedView {
  code: string;
  message: string;
}

export class BriefAllowedView {
  command: string;
  label: string;
  needs: BriefNeedView[];
}

export class BriefCorrectionView {
  reason: string;

  /** The sections that say something else than in the edition before. */
  changed: string[];
}

export class BriefPageView extends BriefRowView {
  subtitle: string;

  /** Counted before its period was over; it cannot be issued so. */
  isProvisional: boolean;
  version: number;

  /** SHA-256 of all that was approved; null before. */
  @ApiProperty({ type: String, nullable: true })
  hash: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  incidentId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  unitId: string | null;

  submittedBy: BriefPersonView | null;
  approvedBy: BriefPersonView | null;

  /** By their keys. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/FigureView' },
  })
  figures: Record<string, FigureView>;
  sections: BriefSectionView[];

  /** How many numbers of edited texts no figure supports. */
  unsupported: number;

  /** The commands that the reader may give now. */
  allowed: BriefAllowedView[];
  correction: BriefCorrectionView | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  previousEditionId: string | null;

  /** To those who may not read drafts, only when it is out. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  nextEditionId: string | null;
  reads: BriefReadsView;
}
