import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import {
  Database,
  IdPipe,
  momentKey,
  notFound,
  pageOf,
  readMomentCursor,
  readSearchWords,
} from '#platform';
import type { MomentKey } from '#platform';
import type { Clarification, Finding } from './clarification.js';
import {
  ClarificationList,
  ClarificationQuery,
  ClarificationView,
  EnterClarificationBody,
  MatchedBody,
} from './clarification.dto.js';
import { Clarifications } from './clarifications.js';
import { EnterClarification } from './enter-clarification.js';
import { presentClarification } from './present-clarification.js';

@Controller('clarifications')
export class ClarificationsController {
  constructor(
    private readonly database: Database,
    private readonly library: Clarifications,
    private readonly entering: EnterClarification,
  ) {}

  /** 澄清库: the newest first, or what holds the words that are looked for. */
  @Get()
  @Requires('clarification.read')
  async list(
    @Query() { q, verdict: asked, cursor, limit }: ClarificationQuery,
  ): Promise<ClarificationList> {
    const tx = this.database.reader;
    const verdict = asked ?? null;
    const after = readMomentCursor(cursor);
    const rows =
      q === undefined
        ? await this.library.list(tx, { verdict, after, limit })
        : await this.searchFor(q, { verdict, after, limit });
    if (rows.length === 0 && q !== undefined && after === null) {
      const like = await this.library.like(tx, q, { verdict, limit });
      const items = like.map(presentClarification);
      return { items, similar: items.length > 0, nextCursor: null };
    }
    const { items, nextCursor } = pageOf(rows, limit, ({ publishedAt, id }) =>
      momentKey(publishedAt, id),
    );
    return { items: items.map(presentClarification), similar: false, nextCursor };
  }

  private async searchFor(
    q: string,
    {
      verdict,
      ...page
    }: {
      readonly verdict: Finding | null;
      readonly after: MomentKey | null;
      readonly limit: number;
    },
  ): Promise<readonly Clarification[]> {
    const words = readSearchWords(q);
    const verdicts = verdict === null ? null : [verdict];
    return (await this.library.search(this.database.reader, { ...page, words, verdicts })).hits;
  }

  @Get(':id')
  @Requires('clarification.read')
  async one(@Param('id', IdPipe) id: string): Promise<ClarificationView> {
    const found = await this.library.find(this.database.reader, id);
    if (found === null) throw notFound('This clarification');
    return presentClarification(found);
  }

  /** Enters an answer that was given elsewhere, with its evidence. Our own come from releases. */
  @Post()
  @Requires('clarification.enter')
  async enter(
    @CurrentUser() user: RequestActor,
    @Body() body: EnterClarificationBody,
  ): Promise<ClarificationView> {
    return this.one(await this.entering.enter(body, user));
  }

  /** Says that an incident is this claim again: counted once for each incident. */
  @Post(':id/matches')
  @HttpCode(200)
  @Requires('claim.match')
  async matched(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { incidentId }: MatchedBody,
  ): Promise<ClarificationView> {
    await this.entering.matched(id, incidentId, user);
    return this.one(id);
  }
}
