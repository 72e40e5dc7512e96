import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { SubjectRef } from '#escalation';
import { IfGiven, Instant, PageQuery, WordsView } from '#platform';

export class AuditQuery extends PageQuery {
  /** What happened to this: the id of an incident, a user, a unit. */
  @ApiProperty({ format: 'uuid', required: false })
  @IfGiven()
  @IsUUID()
  subject?: string;

  /** What this person did. */
  @ApiProperty({ format: 'uuid', required: false })
  @IfGiven()
  @IsUUID()
  actor?: string;

  /** At or after. ISO 8601 with offset. */
  @ApiProperty({ format: 'date-time', required: false })
  @IfGiven()
  @Instant()
  from?: string;

  /** Before. ISO 8601 with offset. */
  @ApiProperty({ format: 'date-time', required: false })
  @IfGiven()
  @Instant()
  to?: string;
}

export class AuditActor {
  /** `system`: the program itself. */
  @ApiProperty({ enum: ['user', 'system'] })
  kind: 'user' | 'system';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  id: string | null;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

/** What an entry is about, as people call it; null for what has no page of its own. */
export class AuditSubject extends SubjectRef {
  @ApiProperty({ type: String, nullable: true })
  number: string | null;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;
}

export class AuditEntry {
  subject: AuditSubject;

  /** Its place in the timeline of its subject, from 1 without gaps. */
  seq: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  actor: AuditActor;

  type: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;

  /** What the clock that the entry speaks of is called; null when it speaks of none. */
  @ApiProperty({ type: WordsView, nullable: true })
  clock: WordsView | null;

  /** SHA-256 of the entry before of the same subject; empty for the first. */
  prevHash: string;

  hash: string;
}

export class AuditList {
  items: AuditEntry[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class BrokenEntryView {
  @ApiProperty({ format: 'uuid' })
  subjectId: string;

  seq: number;

  /** What does not fit, in a few words. */
  reason: string;
}

export class VerificationView {
  /** Every entry is as it was written, and none is missing. */
  ok: boolean;

  /** Entries that were read and found in order. */
  checked: number;

  firstBroken?: BrokenEntryView;
}
