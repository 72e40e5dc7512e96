import { Body, Controller, Get, Ip, Patch, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Clock, Database, ProblemError, invalid } from '#platform';
import { CurrentUser, Requires } from '../access/access.decorators.js';
import type { RequestActor } from '../access/actor.js';
import { deedOf } from '../record.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { SignIn } from '../sessions/sign-in.js';
import { changeOwnAccount } from './change-own-account.js';
import { MeResponse, UpdateMeBody } from './me.dto.js';
import { describeMe } from './me.js';

@Controller('me')
export class MeController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly door: SignIn,
    private readonly cookies: SessionCookies,
  ) {}

  /** Who you are, and what you may do. */
  @Get()
  @Requires('account.own')
  read(@CurrentUser() actor: RequestActor): Promise<MeResponse> {
    return describeMe(this.database.reader, actor.id, actor.permissions);
  }

  /** Change your language or your password. A new password needs the present one, and ends all other sessions. */
  @Patch()
  @Requires('account.own')
  async update(
    @CurrentUser() actor: RequestActor,
    @Body() { currentPassword, ...changes }: UpdateMeBody,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeResponse> {
    if (changes.password !== undefined) {
      await this.requirePassword(actor.username, currentPassword, address);
    }
    const { secret } = await this.database.transaction((tx) =>
      changeOwnAccount(tx, deedOf(actor, this.clock), actor.id, changes),
    );
    if (secret !== null && actor.via === 'session') this.cookies.give(response, secret);
    return describeMe(this.database.reader, actor.id, actor.permissions);
  }

  /** Whoever finds an unlocked screen must not be able to take the account over, nor to guess at leisure. */
  private async requirePassword(
    username: string,
    password: string | undefined,
    address: string,
  ): Promise<void> {
    if (password === undefined) {
      throw invalid([
        {
          path: 'currentPassword',
          message: { zh: '改密码须填写现在的密码', en: 'is needed to set a new password' },
        },
      ]);
    }
    if ((await this.door.prove({ username, password, address })) !== null) return;
    throw new ProblemError(422, 'password.wrong', 'The present password is another one.', {
      errors: [
        {
          path: 'currentPassword',
          message: { zh: '不是现在的密码', en: 'is not the present password' },
        },
      ],
    });
  }
}
