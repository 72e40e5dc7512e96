import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { IdPipe } from '#platform';
import { CaseRoom } from './case-room.js';
import { ReadBody, RoomView, WatchBody } from './room.dto.js';

/** Who is around an incident, and what is new to the one who asks. */
@Controller('incidents/:id')
export class RoomController {
  constructor(private readonly room: CaseRoom) {}

  @Get('room')
  @Requires('room.own')
  look(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<RoomView> {
    return this.room.look(id, user.id);
  }

  /** A sign of life of an open page, every 20 seconds. Forgotten two minutes after the last one. */
  @Post('presence')
  @HttpCode(200)
  @Requires('room.own')
  enter(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<RoomView> {
    return this.room.enter(id, user.id);
  }

  /** The page was closed. */
  @Delete('presence')
  @HttpCode(204)
  @Requires('room.own')
  goAway(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.room.goAway(id, user.id);
  }

  /** Watch it, watch it silently, or no longer. */
  @Put('watch')
  @Requires('room.own')
  watch(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { watching, muted }: WatchBody,
  ): Promise<RoomView> {
    return this.room.watch(id, user.id, { watching, muted });
  }

  /** Everything up to this entry has been seen. Reading goes forward only. */
  @Post('read')
  @HttpCode(200)
  @Requires('room.own')
  read(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { seq }: ReadBody,
  ): Promise<RoomView> {
    return this.room.read(id, user.id, seq);
  }
}
