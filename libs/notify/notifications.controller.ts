import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { SubjectDoors } from '#workflow';
import type { SubjectName } from '#workflow';
import { Clock, Database, IdPipe, notFound } from '#platform';
import { IsNull, LessThan } from 'typeorm';
import { NotificationList, NotificationQuery, NotificationView } from './notification.dto.js';
import { NotificationEntity } from './notification.entity.js';

const DEFAULT_LIMIT = 50;

/** What the signed-in person was told in the app. */
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doors: SubjectDoors,
  ) {}

  @Get()
  @Requires('notification.own')
  async list(
    @CurrentUser() user: RequestActor,
    @Query() query: NotificationQuery,
  ): Promise<NotificationList> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const found = this.database.reader.getRepository(NotificationEntity);
    const rows = await found.find({
      where: {
        userId: user.id,
        channel: 'app',
        ...(query.cursor !== undefined && { id: LessThan(query.cursor) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const names = await this.doors.namesOf(this.database.reader, page);
    return {
      items: page.map((row) => toView(row, names)),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      unread: await found.count({ where: { userId: user.id, channel: 'app', readAt: IsNull() } }),
    };
  }

  /** Marks one of one's own notifications as read. Repeating it changes nothing. */
  @Post(':id/read')
  @HttpCode(200)
  @Requires('notification.own')
  async read(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<NotificationView> {
    const rows = this.database.reader.getRepository(NotificationEntity);
    await rows.update({ id, userId: user.id, readAt: IsNull() }, { readAt: this.clock.date() });
    const row = await rows.findOneBy({ id, userId: user.id });
    if (row === null) throw notFound('This notification');
    return toView(row, await this.doors.namesOf(this.database.reader, [row]));
  }
}

const toView = (
  row: NotificationEntity,
  names: ReadonlyMap<string, SubjectName>,
): NotificationView => ({
  id: row.id,
  topic: row.topic,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  subject: names.get(row.subjectId) ?? null,
  escalationId: row.escalationId,
  data: row.data,
  createdAt: row.createdAt.toISOString(),
  delivery: row.delivery,
  readAt: row.readAt?.toISOString() ?? null,
});
