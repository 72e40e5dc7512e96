import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsUUID, Matches } from 'class-validator';
import { IfGiven, Instant, PageQuery, Text } from '#platform';
import { DeadlineView } from '#escalation';
import { RELEASE_STATES } from '../core/index.js';
import type { ReleaseState } from '../core/index.js';

const AsBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );

export class ReleaseQuery extends PageQuery {
  /** One or several states, separated by commas. `open` stands for all that are under way. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',') : value,
  )
  @IsArray()
  @IsIn([...RELEASE_STATES, 'open'], { each: true })
  state?: string[];

  @IfGiven()
  @IsUUID()
  incidentId?: string;

  /** Only those that wait for me, or only the others. */
  @IfGiven()
  @AsBoolean()
  @IsBoolean()
  waiting?: boolean;

  /** Only those that I have drafted. */
  @IfGiven()
  @AsBoolean()
  @IsBoolean()
  mine?: boolean;
}

export class DraftReleaseBody {
  /** The incident that it answers; a notice when left out. */
  @IfGiven()
  @IsUUID()
  incidentId?: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 20_000 })
  body: string;

  /** Registered channels on which it is to go out. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  channelIds?: string[];

  /** Not before this time. */
  @IfGiven()
  @Instant()
  publishAt?: string;

  /** Which of the incident's evidence is shown with it; all that the verdict rests on, when left out. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/, { each: true })
  evidenceIds?: string[];
}

export class PersonRef {
  id: string;
  name: string;
}

export class ReleaseIncident {
  id: string;
  number: string;
  title: string;
}

/** A release as lists show it. */
export class ReleaseRowView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  title: string;

  @ApiProperty({ enum: RELEASE_STATES, enumName: 'ReleaseState' })
  state: ReleaseState;

  incident: ReleaseIncident | null;

  /** The incident's when it was submitted; `unrated` for a notice. I and II take the urgent path. */
  severity: string;

  /** Whose reviewers look first. */
  unit: PersonRef;
  draftedBy: PersonRef;
  version: number;

  /** The newest text. */
  textVersion: number;

  /** The text that is out; null when none is. */
  publishedVersion: number | null;

  /** It waits for the reader. */
  waits: boolean;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  publishAt: string | null;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  publishedAt: string | null;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  withdrawnAt: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Those that run, the next due first. */
  deadlines: DeadlineView[];
}

export class ReleaseList {
  items: ReleaseRowView[];
  nextCursor: string | null;
}
