import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Requires } from '#identity';
import { AsBatchPipe } from './as-batch.pipe.js';
import { InboxList, InboxQuery, SightingBatch, SightingBody, TakenView } from './mention.dto.js';
import { ReadInbox } from './read-inbox.js';
import { TakeIn } from './take-in.js';

@Controller('mentions')
export class MentionsController {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly taking: TakeIn,
  ) {}

  /** Mentions that nobody has dealt with, or those that became part of an incident or were discarded. */
  @Get()
  @Requires('inbox.read')
  list(@Query() query: InboxQuery): Promise<InboxList> {
    return this.inbox.list(query);
  }

  /**
   * Takes in one sighting, or up to 1,000 of them. The same wording at the same source is one mention that was seen
   * several times; a sighting with the same source, address (or number there), time and wording is taken once.
   */
  @Post()
  @Requires('inbox.add')
  @ApiExtraModels(SightingBody)
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(SightingBody) },
        {
          type: 'array',
          minItems: 1,
          maxItems: 1000,
          items: { $ref: getSchemaPath(SightingBody) },
        },
      ],
    },
  })
  async take(@Body(AsBatchPipe) batch: unknown): Promise<TakenView> {
    const { mentions } = batch as SightingBatch;
    const taken = await this.taking.run(
      mentions.map(({ source, url, text, seenAt, rank, views, externalId }) => ({
        ...{ source, text, url: url ?? null, externalId: externalId ?? null },
        ...{ seenAt: Date.parse(seenAt), rank: rank ?? null, views: views ?? null },
      })),
    );
    const { added, mentionIds } = taken;
    return { received: mentions.length, added: { ...added }, mentionIds: [...mentionIds] };
  }
}
