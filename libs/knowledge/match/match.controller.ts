import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Requires } from '#identity';
import { Database } from '#platform';
import { ClaimIndex } from '../claims/claim-index.js';
import { TARGETS } from '../claims/claim.repository.js';
import { MatchBody, ClaimSuggestionList } from './match.dto.js';

const DEFAULT_LIMIT = 5;

@Controller('match')
export class MatchController {
  constructor(
    private readonly database: Database,
    private readonly index: ClaimIndex,
  ) {}

  /** What a text looks like: open incidents and answered claims, with what is shared and what differs. */
  @Post()
  @HttpCode(200)
  @Requires('claim.match')
  async match(
    @Body() { text, place, limit = DEFAULT_LIMIT }: MatchBody,
  ): Promise<ClaimSuggestionList> {
    const options = { limit, targets: TARGETS, openOnly: true, place: place ?? null };
    const found = await this.index.suggest(this.database.reader, text, options);
    return {
      suggestions: found.map(({ text: claim, score, why, ...rest }) => ({
        ...rest,
        claim,
        score: Math.round(score * 1000) / 1000,
        why: {
          shared: [...why.shared],
          differsIn: [...why.differsIn],
          differences: why.differences.map(({ here, there, ...one }) => ({
            ...one,
            here: [...here],
            there: [...there],
          })),
        },
      })),
    };
  }
}
