import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { IfGiven, Instant, PageQuery, Text } from '#platform';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { PersonView } from '../duty.dto.js';

export const SWAP_STATES = [
  'offered',
  'taken',
  'confirmed',
  'declined',
  'withdrawn',
  'expired',
] as const;
export type SwapState = (typeof SWAP_STATES)[number];

export class SwapQuery extends PageQuery {
  @IfGiven()
  @IsIn(SWAP_STATES)
  state?: SwapState;

  /** Only those that I offered, was asked for, or took. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  mine?: boolean;
}

/** Either a whole shift, or a part of one: position, from, to. */
export class OfferSwapBody {
  @IfGiven()
  @IsUUID()
  shiftId?: string;

  @IfGiven()
  @IsIn(POSITIONS)
  position?: Position;

  @IfGiven()
  @Instant()
  from?: string;

  @IfGiven()
  @Instant()
  to?: string;

  /** Whom it is offered to; everybody of the position, when left out. */
  @IfGiven()
  @IsUUID()
  toUserId?: string;

  /** A shift of theirs that is worked in exchange. */
  @IfGiven()
  @IsUUID()
  returnShiftId?: string;

  @IfGiven()
  @Text({ max: 500 })
  note?: string;

  /** A leader acts for both: this person takes it, and it counts at once. */
  @IfGiven()
  @IsUUID()
  arrangeWith?: string;
}

export class SwapActBody {
  /** The version that was seen. */
  @IfGiven()
  @IsInt()
  @Min(1)
  expectedVersion?: number;

  @IfGiven()
  @Text({ min: 0, max: 500 })
  note?: string;
}

export class SpanView {
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;
}

export class SwapView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  scheduleId: string;

  @ApiProperty({ enum: POSITIONS })
  position: Position;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  /** The time that is worked in exchange. */
  inReturn: SpanView | null;

  @ApiProperty({ enum: SWAP_STATES })
  state: SwapState;

  offeredBy: PersonView;
  /** Null: whoever of the position wants it. */
  offeredTo: PersonView | null;
  takenBy: PersonView | null;
  needsApproval: boolean;
  note: string | null;
  version: number;

  /** The acts that the reader may do now. */
  allowed: string[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class SwapList {
  items: SwapView[];
  nextCursor: string | null;
}
