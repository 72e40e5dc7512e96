import { ApiProperty } from '@nestjs/swagger';
import { IfGiven, Text } from '#platform';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { PersonView } from '../duty.dto.js';
import { LogEntryView } from '../shifts/shift.dto.js';

export const HANDOVER_STATES = ['waiting', 'done', 'withdrawn'] as const;

export class HandOverBody {
  /** What the next person should know besides the list. */
  @IfGiven()
  @Text({ min: 0, max: 4000 })
  notes?: string;
}

/** Something open that passes on to whoever comes next. */
export class OpenMatterView {
  type: string;

  @ApiProperty({ format: 'uuid' })
  id: string;

  number: string;
  title: string;
  state: string;
  severity: string | null;

  /** Its next deadline. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt: string | null;
}

export class HandoverView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  shiftId: string;

  @ApiProperty({ format: 'uuid' })
  nextShiftId: string;

  @ApiProperty({ enum: POSITIONS })
  position: Position;

  outgoing: PersonView;
  incoming: PersonView;
  notes: string | null;
  matters: OpenMatterView[];
  entries: LogEntryView[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  outgoingSignedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  incomingSignedAt: string | null;

  @ApiProperty({ enum: HANDOVER_STATES })
  state: (typeof HANDOVER_STATES)[number];

  version: number;
  allowed: string[];
}

/** What would be handed over now, and what was, once the outgoing person has signed. */
export class HandoverList {
  matters: OpenMatterView[];
  entries: LogEntryView[];
  incoming: PersonView | null;
  handover: HandoverView | null;
}
