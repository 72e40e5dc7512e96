import { Body, Controller, Delete, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Database } from '#platform';
import { Public, Requires } from '../access/access.decorators.js';
import { sessionCookieIn } from '../access/session-cookie.js';
import { MeResponse } from '../users/me.dto.js';
import { describeMe } from '../users/me.js';
import { SessionCookies } from './session-cookies.js';
import { endSession } from './session-store.js';
import { SignInBody } from './session.dto.js';
import { SignIn } from './sign-in.js';

@Controller('session')
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly door: SignIn,
    private readonly cookies: SessionCookies,
  ) {}

  /** Sign in. The answer sets the session cookie. */
  @Post()
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() body: SignInBody,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeResponse> {
    const { username, password } = body;
    const { userId, secret } = await this.door.signIn({ username, password, address });
    this.cookies.give(response, secret);
    return describeMe(this.database.reader, userId);
  }

  /** Sign out: this session ends. */
  @Delete()
  @HttpCode(204)
  @Requires('account.own')
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const secret = sessionCookieIn(request.headers.cookie);
    if (secret !== null) await this.database.transaction((tx) => endSession(tx, secret));
    this.cookies.take(response);
  }
}
