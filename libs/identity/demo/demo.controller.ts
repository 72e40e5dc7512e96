import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { IsNull } from 'typeorm';
import { Clock, Database, notFound } from '#platform';
import { Public } from '../access/access.decorators.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { beginSession } from '../sessions/session-store.js';
import { MeResponse } from '../users/me.dto.js';
import { describeMe } from '../users/me.js';
import { UserEntity } from '../users/user.entity.js';
import { findByUsername } from '../users/users.repository.js';
import { DemoSessionBody, DemoUserResponse } from './demo.dto.js';

/** Sign-in by one click, on the throw-away workspace of a demo only. */
@Controller('demo')
export class DemoController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookies: SessionCookies,
  ) {}

  /** Whom a visitor of the demo can be. */
  @Get('users')
  @Public()
  async users(): Promise<DemoUserResponse[]> {
    const users = await this.database.reader.find(UserEntity, {
      where: { disabledAt: IsNull() },
      order: { id: 'ASC' },
    });
    return users.map(({ username, name, roles }) => ({ username, name, roles }));
  }

  /** Be one of them. */
  @Post('session')
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() { username }: DemoSessionBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeResponse> {
    const user = await findByUsername(this.database.reader, username);
    if (user?.disabledAt !== null) throw notFound('The user');
    const secret = await this.database.transaction((tx) =>
      beginSession(tx, user.id, this.clock.now()),
    );
    this.cookies.give(response, secret);
    return describeMe(this.database.reader, user.id);
  }
}
