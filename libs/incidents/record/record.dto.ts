import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '#platform';

export class RecordQuery {
  /** Which chapter's record; the last one when left out. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  chapter?: number;
}

/** What a mention said, with the salt by which its SHA-256 in the record can be computed again. */
export class RecordedWording {
  @ApiProperty({ format: 'uuid' })
  mentionId: string;

  text: string;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  @ApiProperty({ type: String, nullable: true })
  salt: string | null;
}

export class RecordView {
  chapter: number;

  @ApiProperty({ type: 'object', additionalProperties: true })
  record: Record<string, unknown>;

  /** SHA-256 of `record` in canonical JSON (RFC 8785). The entry `record-sealed` of the timeline holds it too. */
  sha256: string;

  @ApiProperty({ format: 'date-time' })
  archivedAt: string;

  /** Wordings that are still kept. The record holds only SHA-256 of `{salt, text, url}`. */
  wordings: RecordedWording[];
}

export class RecordSummary {
  /** Counts from 1: each archiving closes one, and reopening begins the next. */
  chapter: number;

  sha256: string;

  @ApiProperty({ format: 'date-time' })
  archivedAt: string;

  summary: string | null;
}

export class RecordList {
  /** The last chapter first. */
  items: RecordSummary[];
}
