import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Clock, Database } from '#platform';
import { Public } from '../access/access.decorators.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { beginSession } from '../sessions/session-store.js';
import { MeResponse } from '../users/me.dto.js';
import { describeMe } from '../users/me.js';
import { setUp } from './set-up.js';
import { isSetupToken } from './setup-token.js';
import { SetupBody, SetupQuery, SetupState } from './setup.dto.js';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookies: SessionCookies,
  ) {}

  /** Whether a set-up link still works. */
  @Get()
  @Public()
  async read(@Query() { token }: SetupQuery): Promise<SetupState> {
    return { valid: await isSetupToken(this.database.reader, token, this.clock.now()) };
  }

  /** Make the first administrator, and sign in. The link works once. */
  @Post()
  @Public()
  async create(
    @Body() body: SetupBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeResponse> {
    const now = this.clock.now();
    const { id, secret } = await this.database.transaction(async (tx) => {
      const user = await setUp(tx, now, body);
      return { id: user.id, secret: await beginSession(tx, user.id, now) };
    });
    this.cookies.give(response, secret);
    return describeMe(this.database.reader, id);
  }
}
