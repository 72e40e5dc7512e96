import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, IdPipe } from '#platform';
import { refusalProblem } from '#workflow';
import type { Refusal } from '#workflow';
import { openReport } from '../comments/open-report.js';
import { isOut } from '../core/index.js';
import { ReadReceipt, ReportReaders } from './reads.dto.js';
import { countReads, markRead, readersOf } from './readers.repository.js';

const NOT_ISSUED: Refusal = {
  ok: false,
  kind: 'refused',
  reasons: [
    {
      code: 'report.not-issued',
      message: { zh: '报告尚未印发', en: 'The report has not been issued' },
    },
  ],
};

@Controller('reports/:id')
export class ReadsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whom it was sent to, and who has opened it when. */
  @Get('reads')
  @Requires('report.comment')
  async readers(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<ReportReaders> {
    const tx = this.database.reader;
    await openReport(tx, id, user);
    const rows = await readersOf(tx, id);
    return {
      ...(await countReads(tx, id)),
      items: rows.map(({ userId, name, unit, sentAt, readAt }) => ({
        ...{ user: { id: userId, name }, unit },
        sentAt: sentAt?.toISOString() ?? null,
        readAt: readAt?.toISOString() ?? null,
      })),
    };
  }

  /** Says that the reader has opened an issued report. Only the first time counts. */
  @Post('read')
  @HttpCode(200)
  @Requires('report.read')
  async read(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<ReadReceipt> {
    const { state } = await openReport(this.database.reader, id, user);
    if (!isOut(state)) throw refusalProblem(NOT_ISSUED, user.locale);
    const readAt = await markRead(this.database.reader, id, user.id, this.clock.now());
    return { readAt: readAt.toISOString() };
  }
}
