import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, momentKey, pageOf, readMomentCursor } from '#platform';
import { actorOf, readCommandBody } from '#workflow';
import { ActOnInstruction } from './act-on-instruction.js';
import { GiveInstruction } from './give-instruction.js';
import {
  InstructionBody,
  InstructionList,
  InstructionQuery,
  InstructionView,
} from './instruction.dto.js';
import { listInstructions, sortedBy } from './instruction.repository.js';
import { InstructionPresenter } from './present-instruction.js';

@Controller()
export class InstructionsController {
  constructor(
    private readonly database: Database,
    private readonly giving: GiveInstruction,
    private readonly acting: ActOnInstruction,
    private readonly presenter: InstructionPresenter,
  ) {}

  /** A leader asks a unit for something by a date, in the margin of a report. */
  @Post('reports/:id/instructions')
  @Requires('instruction.act')
  async give(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) reportId: string,
    @Body() body: InstructionBody,
  ): Promise<InstructionView> {
    const id = await this.giving.run(reportId, body, user);
    return this.presenter.one(this.database.reader, id, user);
  }

  /** Those of the whole office; who is only a handler is shown those of their unit. */
  @Get('instructions')
  @Requires('instruction.read')
  async list(
    @CurrentUser() user: RequestActor,
    @Query() query: InstructionQuery,
  ): Promise<InstructionList> {
    const tx = this.database.reader;
    const state = query.state ?? null;
    const rows = await listInstructions(tx, {
      ...{ state, unitId: query.unitId ?? null, reportId: query.reportId ?? null },
      ...{ mine: query.mine ?? false, reader: actorOf(user) },
      ...{ after: readMomentCursor(query.cursor), limit: query.limit },
    });
    const page = pageOf(rows, query.limit, (row) => momentKey(sortedBy(row, state), row.id));
    return {
      items: await this.presenter.list(tx, page.items, user),
      nextCursor: page.nextCursor,
    };
  }

  @Get('instructions/:id')
  @Requires('instruction.read')
  one(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<InstructionView> {
    return this.presenter.one(this.database.reader, id, user);
  }

  /**
   * Gives a command: `complete {result}` by the unit; `accept {}`, `return {reason}`, `extend {dueAt, reason}`,
   * `withdraw {reason}` by a leader. Refusals name every reason at once; a stale version is 409 and changes nothing.
   */
  @Post('instructions/:id/commands/:command')
  @HttpCode(200)
  @Requires('instruction.act')
  async act(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Param('command') name: string,
    @Body() body: unknown,
  ): Promise<InstructionView> {
    const { expectedVersion, params } = readCommandBody(body);
    await this.acting.run(id, { name, expectedVersion, body: params }, user);
    return this.presenter.one(this.database.reader, id, user);
  }
}
