import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DeadlineView } from '#escalation';
import { IfGiven, Instant, PageQuery, Text } from '#platform';
import { MATCH_REASONS } from './core/index.js';
import type { MatchReason } from './core/index.js';
import { MATTER_KINDS, MATTER_STATES } from './matter.repository.js';
import type { MatterKind, MatterState } from './matter.repository.js';

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Of this century and the last. */
const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class PreparedAnswerBody {
  /** What people will ask. */
  @Text({ max: 300 })
  question: string;

  /** What will be answered. */
  @Text({ max: 2000 })
  answer: string;
}

export class MatterBody {
  @Text({ max: 200 })
  title: string;

  @IsIn(MATTER_KINDS)
  @ApiProperty({ enum: MATTER_KINDS, enumName: 'MatterKind' })
  kind: MatterKind;

  /** A code of categories.yaml. */
  @IfGiven()
  @MaxLength(60)
  @Matches(CODE)
  category?: string;

  /** What will happen, in a few sentences. */
  @Text({ max: 4000 })
  what: string;

  @Text({ max: 200 })
  place: string;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PreparedAnswerBody)
  questions: PreparedAnswerBody[];

  /** Whom to ask: a unit, never a person. One's own, when left out. */
  @IfGiven()
  @IsUUID()
  contactUnitId?: string;
}

export class EditMatterBody extends MatterBody {
  /** The version that was seen. */
  @IsInt()
  @Min(1)
  expectedVersion: number;
}

export class MatterActBody {
  /** The version that was seen; the newest, when left out. */
  @IfGiven()
  @IsInt()
  @Min(1)
  expectedVersion?: number;
}

export class ReturnMatterBody extends MatterActBody {
  @Text({ max: 1000 })
  question: string;
}

export class CancelMatterBody extends MatterActBody {
  @Text({ max: 500 })
  reason: string;
}

const DECISIONS = ['confirm', 'dismiss'] as const;

export class LinkBody {
  @IsUUID()
  incidentId: string;

  /** Whether the incident is about this matter. A person says so; the program only suggests. */
  @IsIn(DECISIONS)
  @ApiProperty({ enum: DECISIONS })
  decision: (typeof DECISIONS)[number];
}

const WHEN = ['coming', 'past'] as const;

export class MatterQuery extends PageQuery {
  /** Those that are not over, the next first (the default); or those that are, the latest first. */
  @IfGiven()
  @IsIn(WHEN)
  @ApiProperty({ enum: WHEN, required: false })
  when?: (typeof WHEN)[number];

  @IfGiven()
  @IsIn(MATTER_STATES)
  @ApiProperty({ enum: MATTER_STATES, enumName: 'MatterState', required: false })
  state?: MatterState;
}

export class MatterDaysQuery {
  @Matches(DAY, { message: '$property must be a day such as 2026-03-02' })
  @ApiProperty({ format: 'date', pattern: DAY.source })
  from: string;

  /** Included. At most 62 days from the first. */
  @Matches(DAY, { message: '$property must be a day such as 2026-03-02' })
  @ApiProperty({ format: 'date', pattern: DAY.source })
  to: string;
}

class NamedView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** A matter as lists show it. */
export class MatterItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: MATTER_STATES, enumName: 'MatterState' })
  state: MatterState;

  version: number;
  title: string;

  @ApiProperty({ enum: MATTER_KINDS, enumName: 'MatterKind' })
  kind: MatterKind;

  category: string | null;
  place: string;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  endsAt: string;

  unit: NamedView;
  deadlines: DeadlineView[];
}

class LinkedIncidentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  number: string;
  title: string;
}

const LINK_STATES = ['suggested', 'confirmed'] as const;

class LinkView {
  /** `suggested` by the program, until a person has said whether it is so. */
  @ApiProperty({ enum: LINK_STATES, enumName: 'MatterLinkState' })
  link: (typeof LINK_STATES)[number];

  /** How likely they belong together, 0 to 1; null for what a person has linked. */
  score: number | null;

  @ApiProperty({ enum: MATCH_REASONS, isArray: true })
  why: MatchReason[];

  /** Whether the reader may confirm or dismiss it. */
  mayDecide: boolean;
}

export class IncidentOfMatter extends LinkView {
  incident: LinkedIncidentView;
}

export class MatterOfIncident extends LinkView {
  matter: MatterItem;

  /** The prepared answers, at hand. */
  questions: PreparedAnswerBody[];
}

export class MattersOfIncident {
  items: MatterOfIncident[];
}

export class MatterView extends MatterItem {
  what: string;
  questions: PreparedAnswerBody[];
  contactUnit: NamedView;

  /** What the duty office wants to know. */
  question: string | null;

  /** Why it was cancelled. */
  reason: string | null;

  createdBy: NamedView;
  receivedBy: NamedView | null;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  reportedAt: string | null;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  receivedAt: string | null;

  incidents: IncidentOfMatter[];

  /** What the reader may do now. */
  allowed: string[];
}

export class MatterList {
  items: MatterItem[];
  nextCursor: string | null;
}

class SensitiveDateView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  title: string;
  note: string | null;
}

export class MatterDayView {
  @ApiProperty({ format: 'date' })
  date: string;

  matters: MatterItem[];
  sensitiveDates: SensitiveDateView[];
}

/** Days on which there is something, in their order. */
export class MatterDays {
  items: MatterDayView[];
}
