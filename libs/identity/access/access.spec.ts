import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { Public, Requires } from './access.decorators.js';
import { AccessCheck } from './access-check.js';
import { collectRoutes } from './routes.js';

@Controller('things')
class GoodController {
  @Get()
  @Requires('incident.read')
  list(): string[] {
    return [];
  }

  @Get(':id/log')
  @Public()
  log(): string[] {
    return [];
  }

  helper(): string {
    return 'not a route';
  }
}

@Controller('bad')
class BadController {
  @Get('open')
  open(): string {
    return '';
  }

  @Post(['both', 'twice'])
  @Public()
  @Requires('user.manage')
  both(): string {
    return '';
  }
}

const start = async (controllers: (new () => object)[]) => {
  @Module({ imports: [DiscoveryModule], providers: [AccessCheck], controllers })
  class TestModule {}
  const app = (
    await Test.createTestingModule({ imports: [TestModule] }).compile()
  ).createNestApplication();
  await app.init();
  return app;
};

describe('the boot', () => {
  it('stops, and names each route that does not say who may call it', async () => {
    await expect(start([GoodController, BadController])).rejects.toThrow(
      [
        'Routes must declare who may call them:',
        'GET /bad/open: neither @Requires(…) nor @Public()',
        "POST /bad/both: both @Requires('user.manage') and @Public()",
        "POST /bad/twice: both @Requires('user.manage') and @Public()",
      ].join('\n'),
    );
  });

  it('goes on when every route does, and can list them', async () => {
    const app = await start([GoodController]);
    expect(collectRoutes(app)).toEqual([
      { method: 'GET', path: '/things', access: 'incident.read' },
      { method: 'GET', path: '/things/:id/log', access: 'public' },
    ]);
    await app.close();
  });
});
