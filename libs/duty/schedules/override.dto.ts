import { ApiProperty } from '@nestjs/swagger';
import { POSITIONS } from '../core/index.js';
import type { Position } from '../core/index.js';
import { PersonView } from '../duty.dto.js';

export class OverrideView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: POSITIONS })
  position: Position;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  user: PersonView;

  /** `swap`: a confirmed swap, with two consents. */
  @ApiProperty({ enum: ['override', 'swap'] })
  via: 'override' | 'swap';

  reason: string | null;
  createdBy: PersonView | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class OverrideList {
  items: OverrideView[];
}
