import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUrl,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Instant, Text } from '#platform';
import { KINDS, SEVERITIES } from '../words.js';

/** One sighting of the claim. There is no field for who said it. */
export class MentionDto {
  /** Where it was seen: a forum, a hot-search list, a hotline, or `manual` for a written observation. */
  @Text({ max: 100 })
  source: string;

  @IfGiven()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url?: string;

  /** The wording. Telephone numbers, names of accounts and the like are taken out before it is stored. */
  @Text({ max: 5000 })
  text: string;

  /** When it was seen. ISO 8601 with offset. */
  @Instant()
  seenAt: string;

  /** Its place on a list, 1 being the top. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  rank?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  views?: number;
}

export class CreateIncidentDto {
  @Text({ max: 200 })
  title: string;

  /** What is being said, in one sentence. */
  @Text({ max: 1000 })
  claim: string;

  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  /** The code of a category in `config/categories.yaml`; another label is kept as it is. */
  @Text({ max: 60 })
  category: string;

  @IfGiven()
  @Text({ max: 200 })
  place?: string;

  /** When what is claimed is said to have happened. ISO 8601 with offset. */
  @IfGiven()
  @Instant()
  occurredAt?: string;

  @IfGiven()
  @IsIn(SEVERITIES)
  severity?: (typeof SEVERITIES)[number];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  // A list in the list would pass the nested check, which looks through lists.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MentionDto)
  mentions: MentionDto[];
}
