import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven, Instant, WordsView } from '#platform';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { PersonView } from '../duty.dto.js';
import { ShiftView } from '../shifts/shift.dto.js';

export class DutyPersonView extends PersonView {
  /** At work. */
  phone: string | null;

  @ApiProperty({ format: 'date-time' })
  until: string;

  @ApiProperty({ enum: ['layer', 'override', 'swap'] })
  via: 'layer' | 'override' | 'swap';

  @ApiProperty({ format: 'uuid' })
  shiftId: string;

  signedIn: boolean;
}

export class DutyPositionView {
  @ApiProperty({ enum: POSITIONS })
  position: Position;

  people: DutyPersonView[];
  /** The rota names nobody. */
  gap: boolean;
  /** Who is told instead, while there is a gap. */
  standIns: PersonView[];
}

export class NextHandoverView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: POSITIONS })
  position: Position;

  from: PersonView | null;
  to: PersonView | null;
}

export class DutyNowView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  positions: DutyPositionView[];
  nextHandover: NextHandoverView | null;
  /** My shift that runs, or that I can sign in to. */
  mine: ShiftView | null;
  myNext: ShiftView | null;
}

export class WarningsQuery {
  /** How far to look ahead. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  days?: number;
}

export const WARNINGS = ['gap', 'double-booked', 'on-leave', 'no-channel'] as const;

export class DutyWarningView {
  @ApiProperty({ enum: WARNINGS })
  kind: (typeof WARNINGS)[number];

  @ApiProperty({ format: 'uuid' })
  scheduleId: string;

  @ApiProperty({ enum: POSITIONS, required: false })
  position?: Position;

  user?: PersonView;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  message: WordsView;
}

export class DutyWarningList {
  items: DutyWarningView[];
}

export class LoadView {
  shifts: number;
  hours: number;
  nights: number;
  weekends: number;
  holidays: number;
}

export class PersonalLoadView extends LoadView {
  user: PersonView;

  @ApiProperty({ enum: POSITIONS })
  position: Position;

  /** Above, or negative below, the mean of the position's people. */
  versusMean: LoadView;
}

export class PositionMeanView extends LoadView {
  @ApiProperty({ enum: POSITIONS })
  position: Position;
}

export class FairnessView {
  people: PersonalLoadView[];
  mean: PositionMeanView[];
}

export class SuggestionQuery {
  @IsIn(POSITIONS)
  position: Position;

  @Instant()
  from: string;

  @Instant()
  to: string;
}

export class SuggestionView {
  user: PersonView;
  /** 0–100, best first. */
  score: number;
  reason: WordsView;
}

export class SuggestionList {
  items: SuggestionView[];
}

export class MonthQuery {
  /** `2026-11`. */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month must be a month such as 2026-11' })
  month: string;
}
