import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { PersonRef } from '../list/incident-row.dto.js';

export class WatchBody {
  /** Hear of changes of state, comments and verdicts. */
  @IsBoolean()
  watching: boolean;

  /** Keep the marks of what is new, and be told nothing. */
  @IsBoolean()
  muted: boolean;
}

export class ReadBody {
  /** The last entry of the timeline that was shown. */
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seq: number;
}

/** The room of an incident as one person finds it. */
export class RoomView {
  /** Who looks at it now, oneself among them. Nothing of this is kept for longer than two minutes. */
  @ApiProperty({ type: [PersonRef] })
  present: PersonRef[];

  watching: boolean;
  muted: boolean;

  /** The last entry that this person has seen; null when they have never looked. */
  @ApiProperty({ type: Number, nullable: true })
  seenSeq: number | null;

  /** The last entry there is. */
  lastSeq: number;
}
