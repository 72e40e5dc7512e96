import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { MyChannels } from './my-channels.js';
import {
  MyChannelsView,
  PutChannelsBody,
  TestContactBody,
  TestContactView,
} from './my-channels.dto.js';
import { TestContact } from './test-contact.js';

/** How the signed-in person is reached. */
@Controller('me')
export class MyChannelsController {
  constructor(
    private readonly mine: MyChannels,
    private readonly test: TestContact,
  ) {}

  /** My contacts, whether they work, and in which order they are used. */
  @Get('channels')
  @Requires('channel.own')
  read(@CurrentUser() user: RequestActor): Promise<MyChannelsView> {
    return this.mine.read(user.id);
  }

  /** Say in which order I want to be reached, and when I want to sleep. */
  @Put('channels')
  @Requires('channel.own')
  async write(
    @CurrentUser() user: RequestActor,
    @Body() { order, quiet }: PutChannelsBody,
  ): Promise<MyChannelsView> {
    await this.mine.write(user.id, order, quiet);
    return this.mine.read(user.id);
  }

  /** Send me a test message now, and say what became of it. At most one in 10 seconds. */
  @Post('contacts/test')
  @HttpCode(200)
  @Requires('channel.own')
  try(@CurrentUser() user: RequestActor, @Body() body: TestContactBody): Promise<TestContactView> {
    return this.test.run(user.id, body.channel);
  }
}
