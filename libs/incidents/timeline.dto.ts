import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { IfGiven } from '#platform';

export class MentionQuery {
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;

  /** `nextCursor` of the answer before. */
  @IfGiven()
  @IsUUID()
  cursor?: string;
}

export class MentionView {
  id: string;
  source: string;
  url: string | null;
  /** Empty when its time was over: see `wordingRemovedAt`. */
  text: string;
  wordingRemovedAt: string | null;
  seenAt: string;
  rank: number | null;
  views: number | null;
}

export class MentionList {
  items: MentionView[];
  nextCursor: string | null;
}

export class TimelineActor {
  /** `user`, or `system` for the program itself. */
  kind: string;
  id: string | null;
  name: string | null;
}

export class TimelineItem {
  /** Counts from 1 without gaps. */
  seq: number;
  at: string;
  actor: TimelineActor;
  type: string;
  data: Record<string, unknown>;
  /** SHA-256 of the entry before; empty for the first. */
  prevHash: string;
  hash: string;
}

export class TimelineList {
  items: TimelineItem[];
  /** Names of the people whose ids occur in the items. */
  names: Record<string, string>;
}
