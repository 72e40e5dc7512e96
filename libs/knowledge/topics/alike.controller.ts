import { Controller, Get, Param } from '@nestjs/common';
import { Requires } from '#identity';
import { IdPipe, ProblemError } from '#platform';
import { AlikeList } from './alike.dto.js';
import { AlikeMentions } from './alike-mentions.js';

@Controller('mentions')
export class AlikeController {
  constructor(private readonly mentions: AlikeMentions) {}

  /** The near repeats of a mention that wait in the inbox: what says the same, and what is only of its pattern. */
  @Get(':id/alike')
  @Requires('inbox.read')
  async alike(@Param('id', IdPipe) id: string): Promise<AlikeList> {
    const found = await this.mentions.of(id);
    if (found === null)
      throw new ProblemError(404, 'mention.not-found', 'There is no such mention.');
    return {
      items: found.map(({ comparison: { score, relation, differences }, ...mention }) => ({
        ...mention,
        score: Math.round(score * 1000) / 1000,
        relation,
        differences: differences.map(({ here, there, ...one }) => ({
          ...one,
          here: [...here],
          there: [...there],
        })),
      })),
    };
  }
}
