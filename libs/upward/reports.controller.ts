import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { officialDocument } from '#documents';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { readIncident } from '#incidents';
import { Clock, Database, IdPipe, momentKey, notFound, pageOf, readMomentCursor } from '#platform';
import { ActOnReport } from './act-on-report.js';
import { DraftReport } from './draft-report.js';
import { draftableTypes } from './drafting-problems.js';
import { Papers } from './papers.js';
import { ReportPresenter } from './present-report.js';
import { refuseUnlessSeen } from './report-sight.js';
import { Receivers } from './receivers.js';
import {
  DraftReportBody,
  EditReportBody,
  IncidentReports,
  ReceiverList,
  ReportActBody,
  ReportList,
  ReportQuery,
  ReportView,
  ReturnReportBody,
} from './report.dto.js';
import { findReport, listReports, reportsOf } from './report.repository.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twice a day for two months: more than any incident has had. */
const MOST_OF_ONE = 120;

@Controller()
export class ReportsController {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftReport,
    private readonly acts: ActOnReport,
    private readonly presenter: ReportPresenter,
    private readonly receivers: Receivers,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  /** The reports of one incident, oldest first, and what may be drafted now. */
  @Get('incidents/:id/upward-reports')
  @Requires('upward.read')
  async ofIncident(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<IncidentReports> {
    const tx = this.database.reader;
    const incident = await readIncident(tx, id);
    if (incident === null) throw notFound('This incident');
    const reports = await reportsOf(tx, id);
    const mine = { state: null, received: false, after: null, limit: MOST_OF_ONE };
    const seen = await listReports(tx, { ...mine, incidentId: id, reader: user });
    return {
      items: await this.presenter.list(tx, seen.toReversed()),
      draftable: draftableTypes(incident, reports, user),
    };
  }

  /** Drafts a report from the record, or begins one with what is given. */
  @Post('incidents/:id/upward-reports')
  @Requires('upward.write')
  async draft(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) incidentId: string,
    @Body() body: DraftReportBody,
  ): Promise<ReportView> {
    return this.view(await this.drafts.run(incidentId, body, user), user);
  }

  /** To whom a report may go. */
  @Get('upward-receivers')
  @Requires('upward.read')
  async receiverList(): Promise<ReceiverList> {
    return { items: await this.receivers.choices(this.database.reader) };
  }

  /** Reports, the newest first. */
  @Get('upward-reports')
  @Requires('upward.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: ReportQuery): Promise<ReportList> {
    const tx = this.database.reader;
    const rows = await listReports(tx, {
      incidentId: query.incidentId ?? null,
      state: query.state ?? null,
      received: query.received === true,
      reader: user,
      after: readMomentCursor(query.cursor),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, ({ createdAt, id }) => momentKey(createdAt, id));
    return { items: await this.presenter.list(tx, page.items), nextCursor: page.nextCursor };
  }

  /** The report as a Word file, in the layout of official documents. */
  @Get('upward-reports/:id.docx')
  @Requires('upward.read')
  @Header('Content-Type', WORD)
  @ApiProduces(WORD)
  async document(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    await refuseUnlessSeen(this.database.reader, id, user);
    const row = await findReport(this.database.reader, id);
    if (row === null) throw notFound('This report');
    const blocks = this.papers.blocks(row, this.clock.now());
    return new StreamableFile(await officialDocument({ title: row.title, blocks }), {
      type: WORD,
      disposition: `attachment; filename="upward-report.docx"; filename*=UTF-8''${encodeURIComponent(`${row.title}.docx`)}`,
    });
  }

  @Get('upward-reports/:id')
  @Requires('upward.read')
  one(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<ReportView> {
    return this.view(id, user);
  }

  /** Changes the words or the receiver of a draft. What was sent does not change any more. */
  @Patch('upward-reports/:id')
  @Requires('upward.write')
  async edit(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: EditReportBody,
  ): Promise<ReportView> {
    await refuseUnlessSeen(this.database.reader, id, user);
    await this.acts.edit(id, body, user);
    return this.view(id, user);
  }

  /** A leader sends it: its words are frozen, and the incident's clocks are met. */
  @Post('upward-reports/:id/send')
  @HttpCode(200)
  @Requires('upward.send')
  async send(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportActBody,
  ): Promise<ReportView> {
    await refuseUnlessSeen(this.database.reader, id, user);
    await this.acts.send(id, body, user);
    return this.view(id, user);
  }

  /** Sends the e-mail of a report once more, when it did not arrive or may not have. */
  @Post('upward-reports/:id/resend')
  @HttpCode(200)
  @Requires('upward.write')
  async resend(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportActBody,
  ): Promise<ReportView> {
    await refuseUnlessSeen(this.database.reader, id, user);
    await this.acts.resend(id, body, user);
    return this.view(id, user);
  }

  /** Somebody of the unit above has it. */
  @Post('upward-reports/:id/acknowledge')
  @HttpCode(200)
  @Requires('upward.receive')
  async acknowledge(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportActBody,
  ): Promise<ReportView> {
    await refuseUnlessSeen(this.database.reader, id, user);
    await this.acts.answer(id, body, user);
    return this.view(id, user);
  }

  /** Somebody of the unit above has it, and asks for more: the next follow-up answers. */
  @Post('upward-reports/:id/return')
  @HttpCode(200)
  @Requires('upward.receive')
  async return(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ReturnReportBody,
  ): Promise<ReportView> {
    await refuseUnlessSeen(this.database.reader, id, user);
    await this.acts.answer(id, body, user);
    return this.view(id, user);
  }

  /** Discards a draft. */
  @Post('upward-reports/:id/withdraw')
  @HttpCode(200)
  @Requires('upward.write')
  async withdraw(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportActBody,
  ): Promise<ReportView> {
    await refuseUnlessSeen(this.database.reader, id, user);
    await this.acts.withdraw(id, body, user);
    return this.view(id, user);
  }

  private view(id: string, user: RequestActor): Promise<ReportView> {
    return this.presenter.one(this.database.reader, id, user);
  }
}
