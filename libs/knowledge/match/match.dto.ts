import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven, Text } from '#platform';
import { TARGETS } from '../claims/claim.repository.js';
import type { Target } from '../claims/claim.repository.js';
import { FACETS } from '../core/index.js';
import type { Facet } from '../core/index.js';

export class MatchBody {
  /** A post, or a claim as it is being typed. It is compared, and not kept. */
  @Text({ max: 5000 })
  text: string;

  /** Where it is said to be, should the text not say so. */
  @IfGiven()
  @Text({ max: 200 })
  place?: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(20)
  limit?: number;
}

export class DifferenceView {
  @ApiProperty({ enum: FACETS })
  in: Facet;

  /** What the text names. */
  here: string[];

  /** What the claim that was found names instead. */
  there: string[];
}

export class WhyView {
  /** Passages that both have, the most telling first. */
  shared: string[];

  @ApiProperty({ enum: FACETS, isArray: true })
  differsIn: Facet[];

  differences: DifferenceView[];
}

export class ClaimSuggestionView {
  @ApiProperty({ enum: TARGETS })
  target: Target;

  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The claim that was found. What came of it is read there: a suggestion passes on no verdict. */
  claim: string;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  /** 0 to 1. */
  score: number;

  /** `template`: the same wording about another place or time, never the same claim. */
  @ApiProperty({ enum: ['same', 'template'] })
  relation: 'same' | 'template';

  @ApiProperty({ enum: ['strong', 'suggestion'] })
  strength: 'strong' | 'suggestion';

  why: WhyView;
}

export class ClaimSuggestionList {
  suggestions: ClaimSuggestionView[];
}
