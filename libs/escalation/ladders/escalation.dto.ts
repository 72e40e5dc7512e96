import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { IfGiven, PageQuery, Text, WordsView } from '#platform';
import { SubjectRef } from '../subject-ref.dto.js';

export const ESCALATION_STATES = ['active', 'acknowledged', 'stopped', 'exhausted'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

export class EscalationQuery extends PageQuery {
  @ApiProperty({ enum: ESCALATION_STATES, enumName: 'EscalationState', required: false })
  @IfGiven()
  @IsIn(ESCALATION_STATES)
  state?: EscalationState;

  /** Only those that reached me; officers also see every active one, since any of them may acknowledge it. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  mine?: boolean;

  /** Of this subject only. */
  @ApiProperty({ format: 'uuid', required: false })
  @IfGiven()
  @IsUUID()
  subjectId?: string;
}

export class AcknowledgeBody {
  /** What the person who takes it has to say. Personal data is taken out before it is stored. */
  @IfGiven()
  @Text({ max: 500 })
  note?: string;
}

export class ToldPerson {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class ToldView {
  user: ToldPerson;

  channel: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** What became of it: queued, sending, delivered, failed or in-doubt. In the application it is there at once. */
  delivery: string;

  /** Why it did not arrive, or not yet, in the words of the other side. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class LadderStepView {
  /** Milliseconds after the step before. */
  waitMs: number;

  /** Whom it tells: `on-duty:officer`, `unit:handler`, `role:leader`, `user:…`. */
  targets: string[];

  channels: string[];
}

/** The ladder as it stood when this escalation started. */
export class LadderPolicyView {
  /** How many times it runs again after the first. */
  repeat: number;

  /** Milliseconds after which an acknowledgement lapses when the matter is still undone. */
  ackHoldsMs: number;

  steps: LadderStepView[];
}

export class EscalationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  subject: SubjectRef;

  /** The clock whose deadline it hangs on. */
  clock: string;

  title: WordsView;

  @ApiProperty({ format: 'uuid' })
  deadlineId: string;

  ladder: string;

  @ApiProperty({ enum: ESCALATION_STATES, enumName: 'EscalationState' })
  state: EscalationState;

  /** The last step taken, from 1; null before the first. */
  @ApiProperty({ type: Number, nullable: true })
  step: number | null;

  /** The round in which it was taken, from 1. */
  @ApiProperty({ type: Number, nullable: true })
  round: number | null;

  /** Steps taken over all rounds. */
  stepsTaken: number;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  /** Null when no step will follow by itself: acknowledged, paused, or over. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextStepAt: string | null;

  /** Who was told, oldest first; of very many, the latest. */
  notified: ToldView[];

  @ApiProperty({ type: ToldPerson, nullable: true })
  acknowledgedBy: ToldPerson | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt: string | null;

  /** When the acknowledgement lapses, should the matter still be undone. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lapsesAt: string | null;

  /** Since when nothing more can come of it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  policy: LadderPolicyView;
}

export class TakenStepView {
  /** Counts from 1 over all rounds. */
  ordinal: number;

  round: number;

  step: number;

  targets: string[];

  /** Empty when the step found nobody, and passed on at once. */
  reached: ToldPerson[];

  /** When it was to be taken. */
  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  /** When it was taken. */
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class EscalationDetail extends EscalationView {
  /** Every step taken, oldest first. */
  steps: TakenStepView[];
}

export class EscalationList {
  items: EscalationView[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
