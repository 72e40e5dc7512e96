import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Requires } from '#identity';
import { marksOf, matches, parseRule } from '../core/index.js';
import { TriedRuleView, TryRuleBody } from './keywords.dto.js';

@Controller('sources/keywords')
export class KeywordsController {
  /** Tries a keyword rule on texts, and says where it cannot be read. Nothing is kept. */
  @Post('test')
  @HttpCode(200)
  @Requires('source.manage')
  tryOn(@Body() { rule: text, samples }: TryRuleBody): TriedRuleView {
    const parsed = parseRule(text);
    if (!parsed.ok)
      return { problems: parsed.problems.map((problem) => ({ ...problem })), samples: [] };
    const { rule } = parsed;
    return {
      problems: [],
      samples: samples.map((sample) => ({
        passes: rule === null || matches(rule, sample),
        marks: rule === null ? [] : marksOf(rule, sample).map((mark) => ({ ...mark })),
      })),
    };
  }
}
