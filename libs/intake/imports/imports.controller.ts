import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import {
  Clock,
  Database,
  IdPipe,
  Nudges,
  PageQuery,
  ProblemError,
  momentKey,
  notFound,
  pageOf,
  readMomentCursor,
} from '#platform';
import { columnsOf } from '../core/index.js';
import { AcceptFile, noteChanged } from './accept-file.js';
import type { Upload } from './accept-file.js';
import { ImportForm, ImportList, ImportRef, ImportView } from './import.dto.js';
import { cancelImport, findImport, listImports, readRejects } from './import.repository.js';
import type { ImportRow } from './import.repository.js';
import { presentImport, presentItem } from './present-import.js';
import { rejectedLines } from './rejected-lines.js';
import { WaitingFiles } from './waiting-files.js';

/** A million rows of three hundred bytes. */
const MOST_BYTES = 320 * 1024 * 1024;
const SHOWN = 100;

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly accept: AcceptFile,
    private readonly files: WaitingFiles,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Files of the last month, the newest first. */
  @Get()
  @Requires('inbox.add')
  async list(@Query() { limit, cursor }: PageQuery): Promise<ImportList> {
    const after = readMomentCursor(cursor);
    const rows = await listImports(this.database.reader, after, limit + 1);
    const page = pageOf(rows, limit, (row) => momentKey(row.created_at, row.id));
    return { items: page.items.map(presentItem), nextCursor: page.nextCursor };
  }

  /** Takes a CSV, XLSX or NDJSON file, to be read into the inbox. Sent again it changes nothing. */
  @Post()
  @HttpCode(202)
  @Requires('inbox.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'source'],
      properties: {
        file: { type: 'string', format: 'binary' },
        source: { type: 'string', minLength: 1, maxLength: 100 },
        dryRun: { type: 'boolean' },
        mapping: { type: 'string', pattern: '^\\{.*\\}$' },
      },
    },
  })
  @UseInterceptors(
    FileInterceptor('file', {
      dest: tmpdir(),
      limits: { fileSize: MOST_BYTES, files: 1, fields: 3 },
    }),
  )
  async send(
    @CurrentUser() user: RequestActor,
    @Body() form: ImportForm,
    @UploadedFile() file: Upload | undefined,
  ): Promise<ImportRef> {
    try {
      return { id: await this.accept.run(user.id, form, file) };
    } finally {
      if (file !== undefined) await rm(file.path, { force: true });
    }
  }

  @Get(':id')
  @Requires('inbox.add')
  async find(@Param('id', IdPipe) id: string): Promise<ImportView> {
    return this.present(await this.existing(id));
  }

  /** Ends the reading of a file. What was read before stays, since good rows are kept as they come. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('inbox.add')
  async cancel(@Param('id', IdPipe) id: string): Promise<ImportView> {
    const before = await this.existing(id);
    const now = this.clock.now();
    const isCancelled = await this.database.transaction(async (tx) => {
      const ended = await cancelImport(tx, id, now);
      if (ended) await noteChanged(tx, id, now);
      return ended;
    });
    const row = await this.existing(id);
    if (!isCancelled && row.state !== 'cancelled') throw isOver();
    // Whoever is reading it removes it too; but a reader that has died removes nothing.
    if (before.state !== 'cancelled') await this.files.remove(id);
    this.nudges.send('stream');
    return this.present(row);
  }

  /** The rows that could not be read, with the reasons: to mend and to send again. No cell is a formula. */
  @Get(':id/rejected.csv')
  @Requires('inbox.add')
  async rejected(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const row = await this.existing(id);
    const columns = columnsOf(row.outcome?.mapping ?? {});
    const name = `rejected-${row.created_at.toISOString().slice(0, 10)}.csv`;
    const lines = rejectedLines(this.database.reader, id, columns, user.locale);
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }

  private async existing(id: string): Promise<ImportRow> {
    const row = await findImport(this.database.reader, id);
    if (row === null) throw notFound('This import');
    return row;
  }

  private async present(row: ImportRow): Promise<ImportView> {
    return presentImport(row, await readRejects(this.database.reader, row.id, 0, SHOWN));
  }
}

const isOver = (): ProblemError =>
  new ProblemError(422, 'import.over', 'This import has ended; there is nothing to cancel.', {
    errors: [
      {
        path: 'state',
        message: { zh: '导入已经结束，不能再取消', en: 'This import has ended.' },
      },
    ],
  });
