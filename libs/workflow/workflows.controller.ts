import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { PageQuery, ProblemError, notFound, pageOf, readCursor } from '#platform';
import { compileDefinition } from './core/index.js';
import { whyTooLarge } from './definition-size.js';
import { presentCheck, presentSummary, presentWorkflow } from './present-workflow.js';
import { Definitions } from './runtime/definitions.js';
import { CheckResult, WorkflowList, WorkflowQuery, WorkflowView } from './workflow.dto.js';

@Controller('workflows')
export class WorkflowsController {
  constructor(private readonly definitions: Definitions) {}

  /** The workflows in force, by name. */
  @Get()
  @Requires('workflow.read')
  list(@Query() query: PageQuery): WorkflowList {
    const [after = ''] = readCursor(query.cursor, 1) ?? [];
    const rows = this.definitions
      .list()
      .map(presentSummary)
      .filter(({ name }) => name > after)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return pageOf(rows, query.limit, ({ name }) => [name]);
  }

  /** One workflow: its states and commands, its definition, and its picture. */
  @Get(':name')
  @Requires('workflow.read')
  read(
    @CurrentUser() user: RequestActor,
    @Param('name') name: string,
    @Query() query: WorkflowQuery,
  ): WorkflowView {
    const found = this.definitions.find(name, query.version);
    if (found === null) throw notFound('This workflow');
    return presentWorkflow(found, query.locale ?? user.locale);
  }

  /**
   * Check a definition without using it: everything that is wrong with it, as the boot would say it. It is checked
   * against the present roles and ladders, and against the clocks of the workflow whose name it bears.
   */
  @Post('check')
  @HttpCode(200)
  @Requires('workflow.check')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  check(@Body() definition: Record<string, unknown>): CheckResult {
    const reason = whyTooLarge(definition);
    if (reason !== null) {
      throw new ProblemError(413, 'definition.too-large', `This is too large to check. ${reason}`);
    }
    const { name } = Object(definition) as { name?: unknown };
    const present = typeof name === 'string' ? this.definitions.find(name) : null;
    const clocks = present?.definition.clocks ?? [];
    return presentCheck(compileDefinition(definition, clocks, this.definitions.world));
  }
}
