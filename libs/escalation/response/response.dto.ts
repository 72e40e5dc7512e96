import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Instant } from '#platform';

export const RESPONSE_GROUPS = ['severity', 'hour', 'person'] as const;
export type ResponseGroup = (typeof RESPONSE_GROUPS)[number];

export class ResponseQuery {
  /** From this time on. ISO 8601 with offset. */
  @Instant()
  from: string;

  /** Up to this time, and not at it. At most 400 days after `from`. */
  @Instant()
  to: string;

  /** `hour`: the local hour of the day at which the clock started. */
  @ApiProperty({ enum: RESPONSE_GROUPS, enumName: 'ResponseGroup' })
  @IsIn(RESPONSE_GROUPS)
  by: ResponseGroup;
}

/** Times in milliseconds, without pauses; each is one that really was. Null while there are none. */
export class ResponseTimesView {
  /** How many times there are. */
  count: number;

  /** Half of them took at most so long. */
  @ApiProperty({ type: Number, nullable: true })
  p50Ms: number | null;

  @ApiProperty({ type: Number, nullable: true })
  p90Ms: number | null;

  @ApiProperty({ type: Number, nullable: true })
  maxMs: number | null;
}

export class LadderStepsView {
  /** Steps that the ladder had taken when it was acknowledged, on average. Null when none was. */
  @ApiProperty({ type: Number, nullable: true })
  mean: number | null;
}

/** How one group of calls was answered. A call is an incident that waited to be acknowledged (签收). */
export class ResponseItem {
  /** A severity, an hour (`09`), or the id of a person; `all` for the total. */
  key: string;

  label: string;

  /** Calls; of a person, those that reached them or that they took. */
  count: number;

  /** From the report to the acknowledgement. Of a person, the calls that they took. */
  acknowledge: ResponseTimesView;

  /** From the report to the judgement in force. Of a person, those that their act completed. */
  judge: ResponseTimesView;

  steps: LadderStepsView;

  /** Ladders of incidents that were climbed to the end with nobody taking them; of a person, that had reached them. */
  exhausted: number;
}

export class ResponseView {
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ enum: RESPONSE_GROUPS, enumName: 'ResponseGroup' })
  by: ResponseGroup;

  /** All groups together: medians do not add up. */
  total: ResponseItem;

  /** Groups in which there was something: by severity highest first, by hour, by the number of calls. */
  items: ResponseItem[];
}
