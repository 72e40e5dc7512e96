import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Requires } from '#identity';
import { Clock, Database, IdPipe, PageQuery, pageOf, readCursor } from '#platform';
import { presentSource } from './present-source.js';
import { SetUpSource } from './set-up-source.js';
import {
  ChangeSourceBody,
  CreateSourceBody,
  SourceList,
  SourceToken,
  SourceView,
} from './source.dto.js';
import { listSources } from './source.repository.js';

@Controller('sources')
export class SourcesController {
  constructor(
    private readonly database: Database,
    private readonly setUp: SetUpSource,
    private readonly clock: Clock,
  ) {}

  /** Where mentions come from, in the order of their names. */
  @Get()
  @Requires('source.read')
  async list(@Query() { limit, cursor }: PageQuery): Promise<SourceList> {
    const [after = null] = readCursor(cursor, 1) ?? [];
    const rows = await listSources(this.database.reader, after, limit + 1);
    const page = pageOf(rows, limit, ({ name }) => [name]);
    const now = this.clock.now();
    return {
      items: page.items.map((row) => presentSource(row, now)),
      nextCursor: page.nextCursor,
    };
  }

  /** A feed is read at once, and then in its rhythm. */
  @Post()
  @Requires('source.manage')
  async create(@Body() body: CreateSourceBody): Promise<SourceView> {
    return presentSource(await this.setUp.create(body), this.clock.now());
  }

  /** Changes what is given. What came from it stays as it is. */
  @Patch(':id')
  @Requires('source.manage')
  async change(
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeSourceBody,
  ): Promise<SourceView> {
    return presentSource(await this.setUp.update(id, body), this.clock.now());
  }

  /** Has a feed read now, before its time: as soon as its site may be asked again. */
  @Post(':id/read')
  @HttpCode(202)
  @Requires('source.manage')
  async read(@Param('id', IdPipe) id: string): Promise<SourceView> {
    return presentSource(await this.setUp.readNow(id), this.clock.now());
  }

  /** A new token for programs that send to this source, shown this once. The one before ends. */
  @Post(':id/token')
  @Requires('source.manage')
  async token(@Param('id', IdPipe) id: string): Promise<SourceToken> {
    return { token: await this.setUp.makeToken(id) };
  }
}
