import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { DeadlineView } from '#escalation';
import { IfGiven, Instant, Text } from '#platform';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { PersonView } from '../duty.dto.js';

export const SHIFT_STATES = ['planned', 'on-duty', 'ended', 'missed', 'cancelled'] as const;

export class ShiftQuery {
  @Instant()
  from: string;

  @Instant()
  to: string;

  @IfGiven()
  @IsUUID()
  userId?: string;

  @IfGiven()
  @IsUUID()
  scheduleId?: string;

  @IfGiven()
  @IsIn(POSITIONS)
  position?: Position;
}

export class SignOutBody {
  /** Why it was not handed over; needed only then. */
  @IfGiven()
  @Text({ max: 500 })
  reason?: string;
}

export class LogBody {
  @Text({ max: 1000 })
  text: string;

  /** Who or what it came from. */
  @IfGiven()
  @Text({ max: 100 })
  source?: string;

  /** How it was dealt with. */
  @IfGiven()
  @Text({ max: 1000 })
  outcome?: string;

  /** Still to be dealt with: passes on at the handover. */
  @IfGiven()
  @IsBoolean()
  open?: boolean;
}

export class CloseEntryBody {
  @IsUUID()
  entryId: string;

  @Text({ max: 1000 })
  outcome: string;
}

export class ShiftView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  scheduleId: string;

  scheduleName: string;

  @ApiProperty({ enum: POSITIONS })
  position: Position;

  user: PersonView;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ enum: ['layer', 'override', 'swap'] })
  via: 'layer' | 'override' | 'swap';

  @ApiProperty({ enum: SHIFT_STATES })
  state: (typeof SHIFT_STATES)[number];

  /** 0 while it lies too far ahead to have been made. */
  version: number;

  /** When sign-in opens. */
  @ApiProperty({ format: 'date-time' })
  signInFrom: string;

  /** From when on it counts as late. */
  @ApiProperty({ format: 'date-time' })
  signInBy: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signedInAt: string | null;

  late: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signedOutAt: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  handoverId: string | null;

  /** The acts that the reader may do now. */
  allowed: string[];
}

export class ShiftList {
  items: ShiftView[];
}

export class LogEntryView {
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Null: passed on from the shift before. */
  by: PersonView | null;
  source: string | null;
  text: string;
  outcome: string | null;
  open: boolean;
}

export class SpotCheckView {
  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answerBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: string | null;
}

export class NeighbourView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  user: PersonView;

  @ApiProperty({ format: 'date-time' })
  from: string;
}

export class ShiftDetail extends ShiftView {
  log: LogEntryView[];
  /** The spot check that waits for an answer. */
  check: SpotCheckView | null;
  checks: SpotCheckView[];
  previous: NeighbourView | null;
  next: NeighbourView | null;
  deadlines: DeadlineView[];
}
