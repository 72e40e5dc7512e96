import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Requires } from '#identity';
import {
  Clock,
  Database,
  IdPipe,
  PageQuery,
  ProblemError,
  notFound,
  pageOf,
  readCursor,
} from '#platform';
import { Redactor } from '../redactor.js';
import { ChangeSourceBody, CreateSourceBody, SourceList, SourceView } from './source.dto.js';
import { changeSource, findSource, insertSource, listSources } from './source.repository.js';
import type { SourceRow } from './source.repository.js';

@Controller('sources')
export class SourcesController {
  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
  ) {}

  /** Where mentions come from, in the order of their names. */
  @Get()
  @Requires('source.read')
  async list(@Query() { limit, cursor }: PageQuery): Promise<SourceList> {
    const [after = null] = readCursor(cursor, 1) ?? [];
    const rows = await listSources(this.database.reader, after, limit + 1);
    const page = pageOf(rows, limit, ({ name }) => [name]);
    return { items: page.items.map(present), nextCursor: page.nextCursor };
  }

  @Post()
  @Requires('source.manage')
  async create(@Body() { name, kind, url }: CreateSourceBody): Promise<SourceView> {
    const { clean } = this.redactor;
    const source = { name: clean(name), kind, url: url === undefined ? null : clean(url) };
    const row = await this.database.transaction((tx) => insertSource(tx, source, this.clock.now()));
    if (row === null) throw nameTaken();
    return present(row);
  }

  /** Changes what is given. What came from it stays as it is. */
  @Patch(':id')
  @Requires('source.manage')
  async change(
    @Param('id', IdPipe) id: string,
    @Body() { expectedVersion, name, url, ...given }: ChangeSourceBody,
  ): Promise<SourceView> {
    const { clean } = this.redactor;
    const changes = {
      ...given,
      ...(name !== undefined && { name: clean(name) }),
      ...(url !== undefined && { url: clean(url) }),
    };
    return this.database.transaction(async (tx) => {
      const source = await findSource(tx, id);
      if (source === null) throw notFound('This source');
      if (source.version !== expectedVersion)
        throw new ProblemError(409, 'version.stale', 'Somebody else has changed this source.');
      const row = await changeSource(tx, { ...source, ...changes }, this.clock.now());
      if (row === null) throw nameTaken();
      return present(row);
    });
  }
}

const nameTaken = (): ProblemError =>
  new ProblemError(422, 'source.name-taken', 'There is a source of this name.', {
    errors: [
      { path: 'name', message: { zh: '已有同名的监测源', en: 'There is a source of this name' } },
    ],
  });

const present = (row: SourceRow): SourceView => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  url: row.url,
  mapping: { ...row.mapping },
  active: row.active,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
