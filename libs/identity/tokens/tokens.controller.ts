import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Clock, Database, IdPipe, PageQuery } from '#platform';
import { CurrentUser, Requires } from '../access/access.decorators.js';
import type { RequestActor } from '../access/actor.js';
import { deedOf } from '../record.js';
import { createToken } from './create-token.js';
import { revokeToken } from './revoke-token.js';
import { CreateTokenBody, CreatedTokenResponse, TokenPage } from './tokens.dto.js';
import { listTokens } from './tokens.repository.js';
import type { Token } from './tokens.repository.js';

@Controller('tokens')
export class TokensController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Your API tokens, newest first. */
  @Get()
  @Requires('token.own')
  async list(@CurrentUser() actor: RequestActor, @Query() query: PageQuery): Promise<TokenPage> {
    const page = await listTokens(this.database.reader, actor.id, query);
    return { ...page, items: page.items.map(present) };
  }

  /** Make an API token. It never does more than you may do at the moment it is used. */
  @Post()
  @Requires('token.own')
  async create(
    @CurrentUser() actor: RequestActor,
    @Body() { name, permissions, expiresAt }: CreateTokenBody,
  ): Promise<CreatedTokenResponse> {
    const wanted = { name, permissions, expiresAt: new Date(expiresAt) };
    const { token, secret } = await this.database.transaction((tx) =>
      createToken(tx, deedOf(actor, this.clock), actor, wanted),
    );
    return { ...present(token), token: secret };
  }

  /** Revoke one of your tokens, at once and for good. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('token.own')
  async revoke(@CurrentUser() actor: RequestActor, @Param('id', IdPipe) id: string): Promise<void> {
    const deed = deedOf(actor, this.clock);
    await this.database.transaction((tx) => revokeToken(tx, deed, actor.id, id));
  }
}

const present = (token: Token) => ({
  id: token.id,
  name: token.name,
  permissions: [...token.permissions],
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
});
