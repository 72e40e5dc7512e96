import { ApiProperty, IntersectionType, PartialType } from '@nestjs/swagger';
import { IsIn, IsUrl, MaxLength, ValidateIf } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { CHANNEL_KINDS } from '../core/index.js';
import type { ChannelKind } from '../core/index.js';
import { Day, RecordChangeBody, RecordView, TextOrNull, UnitOrNull } from '../record.dto.js';

export class ChannelBody {
  @Text({ max: 100 })
  name: string;

  @IsIn(CHANNEL_KINDS)
  kind: ChannelKind;

  /** Where people find it. A website needs one. */
  @ApiProperty({ type: String, format: 'uri', nullable: true, required: false })
  @IfGiven()
  @ValidateIf((_, value) => value !== null)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url?: string | null;

  /** The unit that keeps it. */
  @UnitOrNull()
  unitId?: string | null;

  /** The day on which it was registered; today, when left out. */
  @IfGiven()
  @Day()
  registeredOn?: string;

  @TextOrNull(500)
  note?: string | null;
}

export class ChangeChannelBody extends IntersectionType(
  PartialType(ChannelBody, { skipNullProperties: false }),
  RecordChangeBody,
) {}

export class OutletView extends RecordView {
  name: string;

  @ApiProperty({ enum: CHANNEL_KINDS })
  kind: ChannelKind;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  unitId: string | null;

  @ApiProperty({ format: 'date' })
  registeredOn: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class ChannelPage {
  items: OutletView[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
