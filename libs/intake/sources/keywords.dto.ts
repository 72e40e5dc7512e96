import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import { Text } from '#platform';
import { LIMITS, RULE_LIMITS } from '../core/index.js';

export class TryRuleBody {
  @Text({ min: 0, max: RULE_LIMITS.length })
  rule: string;

  /** Texts to try it on. They are not kept. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(LIMITS.text, { each: true })
  samples: string[];
}

/** What is wrong with a rule, from one place in it to another. */
export class RuleProblemView {
  from: number;
  to: number;
  zh: string;
  en: string;
}

/** A word of the rule in a sample. */
export class MarkView {
  from: number;
  to: number;
  /** It stands behind `not`. */
  against: boolean;
}

export class TriedSampleView {
  passes: boolean;
  marks: MarkView[];
}

export class TriedRuleView {
  /** Empty when the rule can be used. */
  problems: RuleProblemView[];
  /** In the order of the samples; none as long as there are problems. */
  samples: TriedSampleView[];
}
