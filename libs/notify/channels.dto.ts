import { ApiProperty } from '@nestjs/swagger';
import { CHANNEL_NAMES } from './core/channel-name.js';
import type { ChannelName } from './core/channel-name.js';

export class ChannelView {
  @ApiProperty({ enum: CHANNEL_NAMES, enumName: 'ChannelName' })
  channel: ChannelName;

  /** Whether this office has set it up. */
  configured: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSuccessAt: string | null;

  /** Within the last 24 hours. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastFailureAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;

  /** Waiting for their turn, for the end of quiet hours, or for the next attempt. */
  queued: number;

  failed24h: number;

  /** Sent, and nobody knows whether they arrived. */
  inDoubt24h: number;
}

export class ChannelList {
  items: ChannelView[];
}
