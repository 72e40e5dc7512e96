import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access/access-check.js';
import { AccessGuard } from './access/access.guard.js';
import { OriginGuard } from './access/origin.guard.js';
import { Directory } from './directory.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { SessionController } from './sessions/session.controller.js';
import { SignIn } from './sessions/sign-in.js';
import { SetupController } from './setup/setup.controller.js';
import { TokensController } from './tokens/tokens.controller.js';
import { UnitsController } from './units/units.controller.js';
import { MeController } from './users/me.controller.js';
import { UsersController } from './users/users.controller.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionController,
    MeController,
    TokensController,
    UsersController,
    UnitsController,
    SetupController,
  ],
  providers: [
    Directory,
    SignIn,
    SessionCookies,
    AccessCheck,
    // In this order: a foreign page is turned away before anybody asks who it speaks for.
    { provide: APP_GUARD, useClass: OriginGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Directory, SessionCookies],
})
export class IdentityModule {}
