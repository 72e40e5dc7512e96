import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { IfGiven, Instant, PageQuery, Text, WordsView } from '#platform';
import { SubjectRef } from '../subject-ref.dto.js';

export const DEADLINE_FILTERS = ['running', 'paused', 'stopped', 'late'] as const;
export type DeadlineFilter = (typeof DEADLINE_FILTERS)[number];

export const DEADLINE_STATES = [
  'running',
  'warned',
  'late',
  'paused',
  'dormant',
  'met',
  'missed',
  'lifted',
  'stopped',
] as const;
export type DeadlineViewState = (typeof DEADLINE_STATES)[number];

export class DeadlineQuery extends PageQuery {
  /**
   * `running`: counting down, in time or not. `late`: of these, the ones past their due time. `paused`. `stopped`:
   * over, kept or not. Left out: running and paused.
   */
  @ApiProperty({ enum: DEADLINE_FILTERS, required: false })
  @IfGiven()
  @IsIn(DEADLINE_FILTERS)
  state?: DeadlineFilter;

  /** The name of a clock in `config/clocks.yaml`. */
  @IfGiven()
  @Text({ max: 60 })
  clock?: string;

  /** Due before this time. ISO 8601 with offset. */
  @ApiProperty({ format: 'date-time', required: false })
  @IfGiven()
  @Instant()
  before?: string;

  /** Of this subject only. */
  @ApiProperty({ format: 'uuid', required: false })
  @IfGiven()
  @IsUUID()
  subjectId?: string;
}

/** One running instance of a clock, as it stands at the moment of the answer. */
export class DeadlineView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The name of its clock. */
  clock: string;

  title: WordsView;

  /** Set by law: nobody can pause it. */
  legal: boolean;

  /** The rule it rests on. */
  @ApiProperty({ type: String, nullable: true })
  basis: string | null;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  /** Null while nothing is due at the present severity. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  warnAt: string | null;

  /**
   * `running`, `warned` and `late` count on; `paused` stands still; `dormant` has no due time at this severity.
   * Over: `met` in time, `missed`, `lifted` because nothing is owed any more, or `stopped` before anything was due.
   */
  @ApiProperty({ enum: DEADLINE_STATES, enumName: 'DeadlineState' })
  state: DeadlineViewState;

  /** Milliseconds until it is due, negative when it is late; while paused, those that will remain. Null: none. */
  @ApiProperty({ type: Number, nullable: true })
  remainingMs: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  pausedAt: string | null;

  /** When a paused deadline runs on by itself. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resumeBy: string | null;
}

/** A deadline in a list across all subjects. */
export class DeadlineItem extends DeadlineView {
  subject: SubjectRef;

  /** The severity by which it runs. */
  grade: string;

  /** When it was found to be missed. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  breachedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  stoppedAt: string | null;

  /** The event that stopped it. */
  @ApiProperty({ type: String, nullable: true })
  stoppedBy: string | null;

  /** The moment for which `state` and `remainingMs` hold. */
  @ApiProperty({ format: 'date-time' })
  serverTime: string;
}

export class DeadlineList {
  items: DeadlineItem[];

  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
