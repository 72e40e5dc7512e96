import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, momentKey, notFound, pageOf, readMomentCursor } from '#platform';
import { actorOf, readCommandBody, refusalProblem } from '#workflow';
import { FigureView } from '../figures/figures.dto.js';
import { ActOnReport } from './act-on-report.js';
import type { Acted } from './act-on-report.js';
import { DraftReport } from './draft-report.js';
import { ReportPresenter } from './present-report.js';
import { askedProblem, existsProblem, issuedProblem } from './report-problems.js';
import {
  BriefList,
  BriefPageView,
  BriefQuery,
  BriefRef,
  DraftBriefBody,
  EditSectionBody,
} from './report.dto.js';
import { listReports } from './report.repository.js';

/** 分析报告: from the draft that the figures make to what readers have in their hands. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftReport,
    private readonly acts: ActOnReport,
    private readonly presenter: ReportPresenter,
  ) {}

  /**
   * Drafts a report. 422 when the period makes no sense, is not a whole one of the type, or lies in the future; 409
   * when the same is being drafted already, or is issued and can only be corrected.
   */
  @Post()
  @HttpCode(202)
  @Requires('report.write')
  async draft(@CurrentUser() user: RequestActor, @Body() body: DraftBriefBody): Promise<BriefRef> {
    const drafted = await this.drafts.run(
      {
        ...{ type: body.type, period: body.period ?? null, language: body.language ?? 'zh' },
        ...{ from: instant(body.from), to: instant(body.to), asOf: instant(body.asOf) },
        incidentId: body.incidentId?.toLowerCase() ?? null,
        unitId: body.unitId?.toLowerCase() ?? null,
      },
      actorOf(user),
    );
    if (drafted.ok) return { id: drafted.id };
    if ('problems' in drafted) throw askedProblem(drafted.problems, user.locale);
    if ('existing' in drafted) throw existsProblem(drafted.existing, user.locale);
    throw refusalProblem(drafted, user.locale);
  }

  /** The latest period first; drafts only for those who write them. */
  @Get()
  @Requires('report.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: BriefQuery): Promise<BriefList> {
    const tx = this.database.reader;
    const rows = await listReports(tx, {
      ...{ type: query.type ?? null, state: query.state ?? null, reader: actorOf(user) },
      ...{ after: readMomentCursor(query.cursor), limit: query.limit },
    });
    const page = pageOf(rows, query.limit, ({ to, id }) => momentKey(to, id));
    return { items: await this.presenter.list(tx, page.items, user), nextCursor: page.nextCursor };
  }

  @Get(':id')
  @Requires('report.read')
  @ApiExtraModels(FigureView)
  page(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<BriefPageView> {
    return this.presenter.page(this.database.reader, id, user);
  }

  /** Puts a text in the place of a drafted section, or takes it back. 422 `report.issued` when it is out. */
  @Patch(':id/sections/:key')
  @Requires('report.write')
  async edit(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Param('key') section: string,
    @Body() { text, expectedVersion }: EditSectionBody,
  ): Promise<BriefPageView> {
    const edit = { reportId, section, text, expectedVersion, actor: actorOf(user) };
    return this.answer(await this.acts.edit(edit), user);
  }

  /**
   * Gives a command: `submit`, `approve {numbersChecked?}`, `return {reason}`, `issue`, `redraft {asOf?}`, `discard`,
   * `correct {reason}`, whose answer is the new edition. Refusals name every reason at once; a stale version is 409
   * and changes nothing.
   */
  @Post(':id/commands/:command')
  @HttpCode(200)
  @Requires('report.act')
  async execute(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Param('command') name: string,
    @Body() body: unknown,
  ): Promise<BriefPageView> {
    const { expectedVersion, params } = readCommandBody(body);
    const actor = actorOf(user);
    // Texts are edited section by section, each with its own address.
    if (name === 'edit') throw notFound('This command');
    const acted = await this.acts.give({ reportId, name, actor, expectedVersion, body: params });
    return this.answer(acted, user);
  }

  private answer(acted: Acted, user: RequestActor): Promise<BriefPageView> {
    if (acted === null) throw notFound('This report');
    if (acted.ok) return this.presenter.page(this.database.reader, acted.id, user);
    if (acted.kind === 'issued') throw issuedProblem(user.locale);
    throw refusalProblem(acted, user.locale);
  }
}

const instant = (text: string | undefined): number | null =>
  text === undefined ? null : Date.parse(text);
