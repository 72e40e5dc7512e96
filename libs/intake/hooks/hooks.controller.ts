import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Public } from '#identity';
import { IdPipe } from '#platform';
import { HookBatchPipe } from './hook-batch.pipe.js';
import { HookBatch, HookSighting, HookTakenView } from './hook.dto.js';
import { HookGuard } from './hook.guard.js';
import { TakeHook } from './take-hook.js';

@Controller('hooks')
export class HooksController {
  constructor(private readonly taking: TakeHook) {}

  /**
   * Takes in one sighting, or up to 1,000 of them, from a program that holds the token of the source. One with the
   * same `externalId` (or address), time and wording is taken once, however often it is sent.
   */
  @Post(':id')
  @Public()
  @UseGuards(HookGuard)
  @ApiBearerAuth('token')
  @ApiExtraModels(HookSighting)
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(HookSighting) },
        {
          type: 'array',
          minItems: 1,
          maxItems: 1000,
          items: { $ref: getSchemaPath(HookSighting) },
        },
      ],
    },
  })
  async take(
    @Param('id', IdPipe) id: string,
    @Body(HookBatchPipe) batch: unknown,
  ): Promise<HookTakenView> {
    const { mentions } = batch as HookBatch;
    const { added, mentionIds, leftOut } = await this.taking.run(
      id,
      mentions.map(({ text, url, seenAt, rank, views, externalId }) => ({
        ...{ text, url: url ?? null, externalId: externalId ?? null },
        ...{ seenAt: Date.parse(seenAt), rank: rank ?? null, views: views ?? null },
      })),
    );
    return {
      ...{ received: mentions.length, leftOut },
      ...{ added: { ...added }, mentionIds: [...mentionIds] },
    };
  }
}
