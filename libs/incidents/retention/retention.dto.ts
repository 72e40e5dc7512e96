import { ApiProperty } from '@nestjs/swagger';
import { IfGiven, Instant, PageQuery } from '#platform';

export class RetentionQuery extends PageQuery {
  /** What will have had its time by then, if nothing is reopened. ISO 8601 with offset; now when left out. */
  @ApiProperty({ format: 'date-time', required: false })
  @IfGiven()
  @Instant()
  until?: string;
}

export class RetentionRule {
  /** The state in which the time runs: dismissed or archived. */
  state: string;

  /** ISO 8601: P90D, P2Y. */
  keep: string;

  /** Why it is longer than boundaries.md says; null when it is not. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class RetentionItem {
  @ApiProperty({ format: 'uuid' })
  id: string;

  number: string;
  title: string;
  state: string;

  @ApiProperty({ format: 'date-time' })
  closedAt: string;

  /** When its wordings go. */
  @ApiProperty({ format: 'date-time' })
  goesAt: string;

  /** How many mentions lose their wording. */
  mentions: number;
}

export class RetentionPreview {
  @ApiProperty({ format: 'date-time' })
  until: string;

  rules: RetentionRule[];

  incidents: number;
  mentions: number;

  /** Files that nothing holds any more. */
  files: number;
  bytes: number;

  /** What has gone so far. */
  removed: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastRemovedAt: string | null;

  items: RetentionItem[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
