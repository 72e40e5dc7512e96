import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, IdPipe, IfGiven, Instant, Text, notFound } from '#platform';
import type { Tx } from '#platform';
import { OpenWindowQuery, PersonView } from '../duty.dto.js';
import { People } from '../people.js';
import { iso, windowOf } from '../windows.js';
import { Leaves, leavesBetween } from './leaves.js';
import type { LeaveRow } from './leaves.js';

class LeaveBody {
  /** Oneself, when left out. */
  @IfGiven()
  @IsUUID()
  userId?: string;

  @Instant()
  from: string;

  @Instant()
  to: string;

  @IfGiven()
  @Text({ max: 500 })
  note?: string;
}

class LeaveQuery extends OpenWindowQuery {
  @IfGiven()
  @IsUUID()
  userId?: string;
}

class LeaveView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  user: PersonView;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  note: string | null;
}

class LeaveList {
  items: LeaveView[];
}

@Controller('leaves')
export class LeavesController {
  constructor(
    private readonly database: Database,
    private readonly leaves: Leaves,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Who is away, by start. Why is for themselves, leaders and administrators. */
  @Get()
  @Requires('duty.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: LeaveQuery): Promise<LeaveList> {
    const tx = this.database.reader;
    const window = windowOf(query, this.clock.now(), 400);
    const rows = await leavesBetween(tx, window, query.userId ?? null);
    return { items: await this.present(tx, rows, user) };
  }

  /** One's own leave; leaders and administrators enter anybody's. */
  @Post()
  @Requires('duty.own')
  async add(@CurrentUser() user: RequestActor, @Body() body: LeaveBody): Promise<LeaveView> {
    const { userId = user.id, from, to, note = null } = body;
    const leave = { userId, from: Date.parse(from), to: Date.parse(to), note };
    const row = await this.leaves.add(leave, user);
    const [view] = await this.present(this.database.reader, [row], user);
    if (view === undefined) throw notFound('This leave');
    return view;
  }

  /** Takes it back. What has passed of it stays. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('duty.own')
  async cancel(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.leaves.cancel(id, user);
  }

  private async present(
    tx: Tx,
    rows: readonly LeaveRow[],
    reader: RequestActor,
  ): Promise<LeaveView[]> {
    const named = await this.people.named(
      tx,
      rows.map(({ userId }) => userId),
    );
    const seesNotes = (userId: string): boolean =>
      userId === reader.id || reader.permissions.includes('duty.manage');
    return rows.map(({ id, userId, from, to, note }) => ({
      ...{ id, user: named(userId), from: iso(from), to: iso(to) },
      note: seesNotes(userId) ? note : null,
    }));
  }
}
