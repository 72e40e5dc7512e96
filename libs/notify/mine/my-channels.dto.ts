import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CHANNEL_NAMES } from '../core/channel-name.js';
import type { ChannelName } from '../core/channel-name.js';

const Channels = (): PropertyDecorator => (target, key) => {
  ApiProperty({ enum: CHANNEL_NAMES, enumName: 'ChannelName', isArray: true })(target, key);
  IsArray()(target, key);
  ArrayUnique()(target, key);
  IsIn(CHANNEL_NAMES, { each: true })(target, key);
};

/** Channels by severity, best first. An empty list: in the application only. */
export class ChannelOrderDto {
  @Channels()
  I: ChannelName[];

  @Channels()
  II: ChannelName[];

  @Channels()
  III: ChannelName[];

  @Channels()
  IV: ChannelName[];

  /** Not rated yet, and what has no severity. */
  @Channels()
  unrated: ChannelName[];
}

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** From one time on the wall to another, past midnight when the second is the earlier one. */
export class QuietHoursDto {
  @Matches(WALL_TIME, { message: '$property must be a time such as 22:00' })
  from: string;

  @Matches(WALL_TIME, { message: '$property must be a time such as 07:00' })
  to: string;
}

export class PutChannelsBody {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ChannelOrderDto)
  order: ChannelOrderDto;

  /** When only severity I and II, and what cannot wait, come through; null for never. */
  @ApiProperty({ type: QuietHoursDto, nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => QuietHoursDto)
  quiet: QuietHoursDto | null;
}

export class ReachContactView {
  /** Where a person can be reached: one of `available`, or `app`, or `phone`, which only people use. */
  channel: string;

  /** As the administrator entered it; of browsers, where their messages go. */
  address: string;

  /** Whether the last message arrived; null when none was sent. */
  @ApiProperty({ type: Boolean, nullable: true })
  working: boolean | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSuccessAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;
}

export class MyChannelsView {
  contacts: ReachContactView[];

  /** What this office has set up. */
  @ApiProperty({ enum: CHANNEL_NAMES, enumName: 'ChannelName', isArray: true })
  available: ChannelName[];

  order: ChannelOrderDto;

  @ApiProperty({ type: QuietHoursDto, nullable: true })
  quiet: QuietHoursDto | null;

  /** In which quiet hours are meant. */
  timeZone: string;
}

export class TestContactBody {
  @ApiProperty({ enum: CHANNEL_NAMES, enumName: 'ChannelName' })
  @IsIn(CHANNEL_NAMES)
  channel: ChannelName;
}

export const TEST_RESULTS = ['delivered', 'failed', 'in-doubt'] as const;

export class TestContactView {
  /** `in-doubt`: sent, but nobody said whether it arrived. */
  @ApiProperty({ enum: TEST_RESULTS, enumName: 'TestResult' })
  delivery: (typeof TEST_RESULTS)[number];

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}
