import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DeadlineView } from '#escalation';
import { IfGiven, PageQuery, Text } from '#platform';
import { REPORT_FIELDS, REPORT_TYPES } from './core/index.js';
import type { ReportField, ReportFields, ReportType } from './core/index.js';
import { REPORT_STATES } from './report.repository.js';
import type { ReportState } from './report.repository.js';

const FIELD_LIMIT = 4000;
const BODY_LIMIT = 20_000;
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export class ReportFieldsBody implements ReportFields {
  /** 接报时间 */
  @Text({ min: 0, max: FIELD_LIMIT })
  receivedAt: string;

  /** 信息来源 */
  @Text({ min: 0, max: FIELD_LIMIT })
  source: string;

  /** 时间地点 */
  @Text({ min: 0, max: FIELD_LIMIT })
  timeAndPlace: string;

  /** 事件性质 */
  @Text({ min: 0, max: FIELD_LIMIT })
  nature: string;

  /** 影响范围 */
  @Text({ min: 0, max: FIELD_LIMIT })
  scope: string;

  /** 危害情况 */
  @Text({ min: 0, max: FIELD_LIMIT })
  harm: string;

  /** 发展趋势 */
  @Text({ min: 0, max: FIELD_LIMIT })
  trend: string;

  /** 已采取措施 */
  @Text({ min: 0, max: FIELD_LIMIT })
  measures: string;

  /** 现场指挥领导 */
  @Text({ min: 0, max: FIELD_LIMIT })
  leaders: string;
}

class ReceiverBody {
  /** A unit above that has people here. */
  @IfGiven()
  @IsUUID()
  receiverUnitId?: string;

  /** A body of organisation.yaml that is written to by e-mail. */
  @IfGiven()
  @MaxLength(60)
  @Matches(CODE)
  receiverCode?: string;
}

/** Without `body` and `fields` the report is drafted from the record, field by field. */
export class DraftReportBody extends ReceiverBody {
  @IsIn(REPORT_TYPES)
  @ApiProperty({ enum: REPORT_TYPES, enumName: 'ReportType' })
  type: ReportType;

  /** The whole report as one text. */
  @IfGiven()
  @Text({ max: BODY_LIMIT })
  body?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => ReportFieldsBody)
  fields?: ReportFieldsBody;
}

export class EditReportBody extends ReceiverBody {
  /** The version that was seen. */
  @IsInt()
  @Min(1)
  expectedVersion: number;

  @IfGiven()
  @Text({ max: 200 })
  title?: string;

  @IfGiven()
  @Text({ max: BODY_LIMIT })
  body?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => ReportFieldsBody)
  fields?: ReportFieldsBody;
}

export class ReportActBody {
  /** The version that was seen; the newest, when left out. */
  @IfGiven()
  @IsInt()
  @Min(1)
  expectedVersion?: number;
}

export class ReturnReportBody extends ReportActBody {
  /** What has to be added. */
  @Text({ max: 1000 })
  question: string;
}

export class ReportQuery extends PageQuery {
  @IfGiven()
  @IsUUID()
  incidentId?: string;

  @IfGiven()
  @IsIn(REPORT_STATES)
  @ApiProperty({ enum: REPORT_STATES, enumName: 'ReportState', required: false })
  state?: ReportState;

  /** Only what my own unit was sent. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  received?: boolean;
}

class NamedView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

class ReportIncidentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  number: string;
  title: string;
}

export class ReceiverView {
  @ApiProperty({ format: 'uuid', type: String, nullable: true })
  unitId: string | null;

  /** Of a body that is written to by e-mail. */
  code: string | null;
  name: string;
}

export class ReceiverChoiceView extends ReceiverView {
  /** How many people of it can acknowledge here; null for a body that gets an e-mail. */
  people: number | null;
}

export class ReceiverList {
  items: ReceiverChoiceView[];
}

const MAIL_STATES = ['queued', 'sending', 'delivered', 'failed', 'in-doubt'] as const;

export class MailView {
  @ApiProperty({ enum: MAIL_STATES })
  state: (typeof MAIL_STATES)[number];

  /** Why it did not arrive, in the words of the mail server. */
  reason: string | null;
}

/** A report as lists show it. */
export class ReportItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  incident: ReportIncidentView;

  @ApiProperty({ enum: REPORT_TYPES, enumName: 'ReportType' })
  type: ReportType;

  /** Of follow-ups: 1, 2, … */
  number: number | null;

  @ApiProperty({ enum: REPORT_STATES, enumName: 'ReportState' })
  state: ReportState;

  version: number;
  title: string;

  /** The name of the unit that reports. */
  sender: string;

  /** Null while nobody above is chosen. */
  receiver: ReceiverView | null;

  draftedBy: NamedView;
  sentBy: NamedView | null;

  /** Null until it is answered, and when that was done by the link of an e-mail. */
  answeredBy: NamedView | null;

  /** What the receiver wants to know. */
  question: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  sentAt: string | null;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  answeredAt: string | null;

  /** Of the text that was sent, in hex. */
  sha256: string | null;

  deadlines: DeadlineView[];
  mail: MailView | null;
}

const BLOCK_KINDS = ['addressee', 'heading1', 'text', 'item', 'signature'] as const;

export class ReportBlockView {
  @ApiProperty({ enum: BLOCK_KINDS })
  is: (typeof BLOCK_KINDS)[number];

  /** Before the text, on the same line. */
  heading: string | null;
  text: string;
}

export class ReportView extends ReportItem {
  /** Null when it is written as one text. */
  fields: ReportFieldsBody | null;

  /** The report as plain text, as it is or would be sent. */
  body: string;

  /** What is still to be verified. */
  @ApiProperty({ enum: REPORT_FIELDS, isArray: true })
  missing: ReportField[];

  blocks: ReportBlockView[];

  /** What the reader may do now. */
  allowed: string[];
}

export class ReportList {
  items: ReportItem[];
  nextCursor: string | null;
}

export class IncidentReports {
  items: ReportItem[];

  /** Which types the reader may draft for this incident now. */
  @ApiProperty({ enum: REPORT_TYPES, isArray: true })
  draftable: ReportType[];
}
