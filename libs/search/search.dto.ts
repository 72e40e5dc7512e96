import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { SEVERITIES, STATES } from '#incidents';
import { INBOX_STATES } from '#intake';
import { FINDINGS } from '#knowledge';
import { IfGiven, Instant, Text } from '#platform';

export const SEARCH_KINDS = ['incident', 'mention', 'clarification'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** `a,b` and repeated parameters both mean a list. */
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',') : value,
  );

export class SearchQuery {
  /** Words and phrases in quotes, which all occur; `-word` is one that does not. */
  @Text({ max: 200 })
  q: string;

  /** Of which kinds; all when left out. */
  @IfGiven()
  @AsList()
  @IsArray()
  @IsIn(SEARCH_KINDS, { each: true })
  kind?: SearchKind[];

  /** States of incidents or of mentions, or findings of clarifications; kinds that know none of them are left out. */
  @IfGiven()
  @AsList()
  @IsArray()
  @IsIn([...STATES, ...INBOX_STATES, ...FINDINGS], { each: true })
  state?: string[];

  /** Detected, seen last or published at or after. ISO 8601. */
  @IfGiven()
  @Instant()
  from?: string;

  /** The same, before. ISO 8601. */
  @IfGiven()
  @Instant()
  to?: string;

  /** How many of each kind. */
  @ApiProperty({ type: 'integer', required: false })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit = 10;

  /** Where to go on: the `nextCursor` of a group. Only with the one kind that it came from. */
  @IfGiven()
  @Text({ max: 1000 })
  cursor?: string;
}

/** Plain text; `hit` when it is one of the words that were looked for. */
export class PieceView {
  text: string;
  hit: boolean;
}

export class SearchHitView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The title of an incident or a clarification; where a mention was seen. */
  heading: PieceView[];

  /** What was said, or its part around the first hit. */
  body: PieceView[];

  /** When it was detected, seen last, or published. */
  at: string;

  /** `YQ-2026-000123`, of an incident. */
  @ApiProperty({ type: String, nullable: true })
  number: string | null;

  /** Of an incident or a mention the state, of a clarification the finding. */
  @ApiProperty({ enum: [...STATES, ...INBOX_STATES, ...FINDINGS] })
  state: string;

  @ApiProperty({ enum: SEVERITIES, nullable: true })
  severity: string | null;

  /** The incident that a mention became part of. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  incidentId: string | null;

  /** How often a mention was seen. */
  @ApiProperty({ type: Number, nullable: true })
  seenCount: number | null;
}

export class SearchGroupView {
  @ApiProperty({ enum: SEARCH_KINDS })
  kind: SearchKind;

  /** The newest first. */
  items: SearchHitView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  /** The words are too short for the index: only the newest 8,000 were looked through. */
  onlyNewest: boolean;
}

export class SearchResult {
  /** Of the kinds that were asked for and may be read, also when nothing was found. */
  groups: SearchGroupView[];
}
