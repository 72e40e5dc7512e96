import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '#platform';

export class NotificationQuery {
  /** How many to give, newest first. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** `nextCursor` of the answer before. */
  @IfGiven()
  @IsString()
  @Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  cursor?: string;
}

/** What a notification is about, as people call it. */
export class NotificationSubject {
  number: string;
  title: string;
}

export class NotificationView {
  /** UUIDv7. */
  id: string;
  /** What happened, for example `escalation.step` or `judgement.proposed`. */
  topic: string;
  subjectType: string;
  subjectId: string;
  subject: NotificationSubject | null;
  escalationId: string | null;
  data: Record<string, unknown>;
  createdAt: string;
  delivery: string;
  readAt: string | null;
}

export class NotificationList {
  items: NotificationView[];
  nextCursor: string | null;
  /** All that is unread, not only on this page. */
  unread: number;
}
