import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Directory, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, momentKey, notFound, pageOf, readMomentCursor } from '#platform';
import { CommentBody, CommentList, CommentQuery, CommentView } from './comment.dto.js';
import { findComment, listComments } from './comment.repository.js';
import type { CommentRow } from './comment.repository.js';
import { openReport } from './open-report.js';
import { WriteComment } from './write-comment.js';

/** The margin of a report. */
@Controller('reports/:id/comments')
export class CommentsController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly comments: WriteComment,
  ) {}

  /** What was written in the margin, resolved or not. */
  @Get()
  @Requires('report.comment')
  async list(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Query() { limit, cursor }: CommentQuery,
  ): Promise<CommentList> {
    const tx = this.database.reader;
    await openReport(tx, reportId, user);
    const rows = await listComments(tx, reportId, { after: readMomentCursor(cursor), limit });
    const page = pageOf(rows, limit, ({ writtenAt, id }) => momentKey(writtenAt, id));
    return { items: await this.present(page.items), nextCursor: page.nextCursor };
  }

  /** Writes in the margin of a section. Whoever drafted the report is told. */
  @Post()
  @Requires('report.comment')
  async add(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Body() body: CommentBody,
  ): Promise<CommentView> {
    return this.one(reportId, await this.comments.add(reportId, body, user));
  }

  /** It was dealt with. */
  @Post(':commentId/resolve')
  @HttpCode(200)
  @Requires('report.comment')
  async resolve(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Param('commentId', IdPipe) commentId: string,
  ): Promise<CommentView> {
    await this.comments.settle(reportId, commentId, true, user);
    return this.one(reportId, commentId);
  }

  /** It was not, after all. */
  @Post(':commentId/reopen')
  @HttpCode(200)
  @Requires('report.comment')
  async reopen(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Param('commentId', IdPipe) commentId: string,
  ): Promise<CommentView> {
    await this.comments.settle(reportId, commentId, false, user);
    return this.one(reportId, commentId);
  }

  private async one(reportId: string, id: string): Promise<CommentView> {
    const row = await findComment(this.database.reader, reportId, id);
    const [view] = row === null ? [] : await this.present([row]);
    if (view === undefined) throw notFound('This comment');
    return view;
  }

  private async present(rows: readonly CommentRow[]): Promise<CommentView[]> {
    const ids = rows.flatMap(({ writtenBy, resolvedBy }) => [writtenBy, resolvedBy ?? writtenBy]);
    const names = await this.directory.names(this.database.reader, ids);
    const named = (id: string) => ({ id, name: names.get(id) ?? '' });
    return rows.map(({ id, sectionKey, quote, text, ...row }) => ({
      ...{ id, sectionKey, quote, text, by: named(row.writtenBy) },
      at: row.writtenAt.toISOString(),
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      resolvedBy: row.resolvedBy === null ? null : named(row.resolvedBy),
    }));
  }
}
