import { ApiProperty } from '@nestjs/swagger';
import { IfGiven, Text } from '#platform';
import { ReportBlockView } from '../report.dto.js';

export const RECEIVED_STATES = ['valid', 'used', 'expired', 'over'] as const;
export type ReceivedState = (typeof RECEIVED_STATES)[number];

/** A report as whoever holds the link of its e-mail reads it. */
export class ReceivedView {
  /** `over`: it was answered in another way. */
  @ApiProperty({ enum: RECEIVED_STATES, enumName: 'ReceivedState' })
  state: ReceivedState;

  title: string;
  sender: string;
  receiver: string;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  answeredAt: string | null;

  /** Empty once the link has ended. */
  blocks: ReportBlockView[];
  sha256: string | null;
}

export class AnswerReceivedBody {
  /** What has to be added; left out, the report is acknowledged. */
  @IfGiven()
  @Text({ max: 1000 })
  question?: string;
}

export class AnsweredView {
  @ApiProperty({ format: 'date-time' })
  answeredAt: string;
}
