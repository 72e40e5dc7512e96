import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Instant, Text, WordsView } from '#platform';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { PersonView } from '../duty.dto.js';

/** A rotation. Whether its values make sense is said by the rules of the rota (422), beside each field. */
export class LayerBody {
  @Text({ min: 0, max: 200 })
  name: string;

  /** Ids of users, in the order in which they take turns. */
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  participants: string[];

  /** How long a turn is, ISO 8601: `PT8H`, `PT12H`, `P1D`, `P7D`. */
  @Text({ min: 0, max: 40 })
  shift: string;

  /** Wall clock `HH:MM` of the schedule's zone. */
  @Text({ min: 0, max: 20 })
  handoffAt: string;

  /** The first duty day, `2026-01-01`. */
  @Text({ min: 0, max: 20 })
  startsOn: string;

  /** The last duty day, inclusive. */
  @IfGiven()
  @Text({ min: 0, max: 20 })
  endsOn?: string;

  /** Duty days that it covers, 1 being Monday. All, when left out. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsNumber({}, { each: true })
  weekdays?: number[];

  /** Statutory holidays only, or all days but these. */
  @IfGiven()
  @IsIn(['only', 'except'])
  holidays?: 'only' | 'except';
}

export class PositionRulesBody {
  @IsIn(POSITIONS)
  position: Position;

  /** Later ones win over earlier ones. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => LayerBody)
  layers: LayerBody[];
}

export class ScheduleRulesBody {
  @Text({ min: 0, max: 300 })
  name: string;

  /** IANA name, such as `Asia/Shanghai`. */
  @Text({ min: 0, max: 100 })
  timeZone: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PositionRulesBody)
  positions: PositionRulesBody[];

  /** Whether a swap counts only when a leader has confirmed it. */
  @IfGiven()
  @IsBoolean()
  swapNeedsApproval?: boolean;
}

export class OverrideBody {
  @IsIn(POSITIONS)
  position: Position;

  @Instant()
  from: string;

  @Instant()
  to: string;

  @IsUUID()
  userId: string;

  @IfGiven()
  @Text({ max: 500 })
  reason?: string;
}

export class CreateScheduleBody extends ScheduleRulesBody {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OverrideBody)
  overrides?: OverrideBody[];
}

export class ChangeScheduleBody extends ScheduleRulesBody {
  /** The version that was seen. */
  @IsInt()
  @Min(1)
  expectedVersion: number;
}

export class ArchiveScheduleBody {
  /** The version that was seen. */
  @IsInt()
  @Min(1)
  expectedVersion: number;
}

export class PreviewBody {
  @IsObject()
  @ValidateNested()
  @Type(() => CreateScheduleBody)
  schedule: CreateScheduleBody;

  @Instant()
  from: string;

  @Instant()
  to: string;

  /** A schedule with which the answer is compared. */
  @IfGiven()
  @IsUUID()
  scheduleId?: string;

  /** Another override to be tried. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideBody)
  override?: OverrideBody;
}

export class ScheduleView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
  timeZone: string;
  swapNeedsApproval: boolean;
  /** Rises with every change of the rules. */
  version: number;
  positions: PositionRulesBody[];
  /** Everybody whom its layers name. */
  people: PersonView[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  archivedAt: string | null;
}

export class ScheduleList {
  items: ScheduleView[];
}

/** The shift to which a segment belongs: whole, with its state when it has been made. */
export class SegmentShift {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;
}

export class SegmentView {
  @ApiProperty({ enum: POSITIONS })
  position: Position;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ enum: ['layer', 'override', 'swap'] })
  via: 'layer' | 'override' | 'swap';

  /** The layer's name. */
  layer?: string;

  @ApiProperty({ format: 'uuid', required: false })
  overrideId?: string;

  shift?: SegmentShift;
}

export class GapView {
  @ApiProperty({ enum: POSITIONS })
  position: Position;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;
}

export const CONFLICTS = ['double-booked', 'on-leave'] as const;

export class ConflictView {
  @ApiProperty({ enum: CONFLICTS })
  kind: (typeof CONFLICTS)[number];

  @ApiProperty({ enum: POSITIONS, required: false })
  position?: Position;

  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  message: WordsView;
}

export class DayView {
  /** `2026-02-14`. */
  date: string;

  @ApiProperty({ enum: ['workday', 'weekend', 'holiday'] })
  kind: 'workday' | 'weekend' | 'holiday';

  name?: WordsView;
}

export class CoverageView {
  segments: SegmentView[];
  gaps: GapView[];
  conflicts: ConflictView[];
  people: PersonView[];
  /** Of the people on duty, those whom nothing but the application itself would reach. */
  unreachable: PersonView[];
  days: DayView[];
}

export class ChangeView {
  @ApiProperty({ enum: POSITIONS })
  position: Position;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  before: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  after: string | null;
}

export class PreviewView extends CoverageView {
  /** Against what is in force; only when a schedule was named. */
  changes?: ChangeView[];
}
