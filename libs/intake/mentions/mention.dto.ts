import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Instant, PageQuery, Text } from '#platform';
import { LIMITS, RISE_KINDS } from '../core/index.js';
import type { RiseKind } from '../core/index.js';

export const INBOX_STATES = ['inbox', 'grouped', 'discarded'] as const;
export type InboxState = (typeof INBOX_STATES)[number];

export class InboxQuery extends PageQuery {
  /** Where they stand; `inbox` when left out: those that nobody has dealt with. */
  @IfGiven()
  @IsIn(INBOX_STATES)
  state?: InboxState;

  /** The id of a source. */
  @IfGiven()
  @IsUUID()
  source?: string;

  /** The id of a topic: all mentions that are about the same. */
  @IfGiven()
  @IsUUID()
  topic?: string;

  /** Words in the wording, and phrases in quotes, which all occur; `-word` is one that does not. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Text({ max: 200 })
  q?: string;
}

/** One sighting. There is no field for who said it. */
export class SightingBody {
  /** The name of a source; one that is not known is made. */
  @Text({ max: LIMITS.outlet })
  source: string;

  @IfGiven()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(LIMITS.url)
  url?: string;

  /** The wording. Telephone numbers, names of accounts and the like are taken out before it is stored. */
  @Text({ max: LIMITS.text })
  text: string;

  /** When it was seen. ISO 8601 with offset. */
  @Instant()
  seenAt: string;

  /** Its place on a list, 1 being the top. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LIMITS.rank)
  rank?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LIMITS.views)
  views?: number;

  /** Its number at the source, where it has no address: tells sightings apart. */
  @IfGiven()
  @Text({ max: LIMITS.externalId })
  externalId?: string;
}

export class SightingBatch {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  // A list in the list would pass the nested check, which looks through lists.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SightingBody)
  mentions: SightingBody[];
}

export class AddedView {
  sightings: number;
  mentions: number;
  topics: number;
}

/** What became of sightings that were sent. */
export class TakenView {
  received: number;
  /** What was not there before. */
  added: AddedView;
  /** The mention that each became, in their order. */
  mentionIds: string[];
}

export class SourceRef {
  id: string;
  name: string;
}

export class TopicDifference {
  @ApiProperty({ enum: ['place', 'number', 'time'] })
  in: 'place' | 'number' | 'time';

  /** What the topic names, and what the claim names instead. */
  here: string[];
  there: string[];
}

/** What a topic looks most like. A suggestion: it confirms nothing. */
export class TopicMatchView {
  @ApiProperty({ enum: ['incident', 'clarification'] })
  target: 'incident' | 'clarification';

  @ApiProperty({ format: 'uuid' })
  id: string;

  claim: string;

  /** 0 to 1. */
  score: number;

  /** `template`: the same wording about another place or time, never the same claim. */
  @ApiProperty({ enum: ['same', 'template'] })
  relation: 'same' | 'template';

  @ApiProperty({ enum: ['strong', 'suggestion'] })
  strength: 'strong' | 'suggestion';

  differences: TopicDifference[];
}

export class TopicView {
  id: string;
  title: string;
  /** Mentions of it in the same state, this one included. */
  mentions: number;
  /** How often it was seen in all. */
  seen: number;

  /** Null: like nothing that is open or was answered, or not compared yet. */
  @ApiProperty({ type: TopicMatchView, nullable: true })
  match: TopicMatchView | null;
}

/** One point of the spark line: a stretch of time, or one sighting when there are few. */
export class SparkPoint {
  at: string;
  seen: number;
  rank: number | null;
  views: number | null;
}

/** Why its topic rises (config/rise.yaml), with the figures that say so. */
export class RiseView {
  /** New; seen twice as often as before; among the first of a list. */
  @ApiProperty({ enum: RISE_KINDS })
  kind: RiseKind;
  /** The time that was looked at. */
  hours: number;
  /** Sightings of the topic within the hours of a doubling, and within as many before. */
  recent: number;
  before: number;
  rank: number | null;
}

/** One wording at one place, however often it was seen. */
export class InboxMentionView {
  id: string;
  source: SourceRef;
  /** Where it stood, when its source covers several places. */
  outlet: string | null;
  text: string;
  url: string | null;
  state: InboxState;
  /** The incident that it belongs to. */
  incidentId: string | null;
  /** Why it was discarded. */
  reason: string | null;
  seenCount: number;
  firstSeenAt: string;
  lastSeenAt: string;
  peakRank: number | null;
  peakViews: number | null;
  topic: TopicView;
  spark: SparkPoint[];
  rises: RiseView[];
}

export class InboxList {
  items: InboxMentionView[];
  nextCursor: string | null;
  /** How many mentions nobody has dealt with. */
  waiting: number;
}
