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
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { CurrentUser, Requires } from '#identity';
import type { Locale, RequestActor } from '#identity';
import { Clock, Database, IdPipe, Nudges, invalid, isStorableText, notFound } from '#platform';
import { FIELDS, csvLine } from '../core/index.js';
import type { ColumnMapping, Field } from '../core/index.js';
import { Redactor } from '../redactor.js';
import { sourcesNamed } from '../sources/source.repository.js';
import { ImportForm, ImportRef, ImportView } from './import.dto.js';
import { findImport, insertImport, newImportId, readRejects } from './import.repository.js';
import { presentImport } from './present-import.js';
import { WaitingFiles } from './waiting-files.js';

/** A million rows of three hundred bytes. */
const MOST_BYTES = 320 * 1024 * 1024;
const SHOWN = 100;
const AT_ONCE = 1_000;

interface Upload {
  readonly originalname: string;
  readonly path: string;
  readonly size: number;
}

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly files: WaitingFiles,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

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
      if (file === undefined || file.size === 0) throw noFile();
      return await this.accept(user, form, file);
    } finally {
      if (file !== undefined) await rm(file.path, { force: true });
    }
  }

  @Get(':id')
  @Requires('inbox.add')
  async find(@Param('id', IdPipe) id: string): Promise<ImportView> {
    const row = await findImport(this.database.reader, id);
    if (row === null) throw notFound('This import');
    return presentImport(row, await readRejects(this.database.reader, id, 0, SHOWN));
  }

  /** The rows that could not be read, with the reasons: to mend and to send again. No cell is a formula. */
  @Get(':id/rejected.csv')
  @Requires('inbox.add')
  async rejected(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const row = await findImport(this.database.reader, id);
    if (row === null) throw notFound('This import');
    const columns = Object.values(row.outcome?.mapping ?? {});
    const name = `rejected-${row.created_at.toISOString().slice(0, 10)}.csv`;
    return new StreamableFile(Readable.from(this.rejectedLines(id, columns, user.locale)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }

  private async *rejectedLines(
    id: string,
    columns: readonly string[],
    locale: Locale,
  ): AsyncGenerator<string> {
    const head = locale === 'zh' ? ['行号', '退回原因'] : ['line', 'why rejected'];
    // With a mark, without which spreadsheets take Chinese for something else.
    yield `\uFEFF${csvLine([...columns, ...head])}`;
    for (let after = 0; ;) {
      const rows = await readRejects(this.database.reader, id, after, AT_ONCE);
      for (const { line, reasons, cells } of rows) {
        const why = reasons.map((words) => words[locale]).join(locale === 'zh' ? '；' : '; ');
        yield csvLine([...columns.map((column) => cells[column] ?? ''), String(line), why]);
        after = line;
      }
      if (rows.length < AT_ONCE) return;
    }
  }

  private async accept(user: RequestActor, form: ImportForm, file: Upload): Promise<ImportRef> {
    const mapping = readMapping(form.mapping ?? {});
    const id = newImportId();
    const now = this.clock.now();
    const name = this.redactor.clean(form.source);
    await this.files.take(file.path, id);
    await this.database.transaction(async (tx) => {
      const source = (await sourcesNamed(tx, [name], 'csv', now)).get(name);
      if (source === undefined) throw new Error('the source was not made');
      if (!source.active) throw notInUse();
      await insertImport(
        tx,
        {
          ...{ id, sourceId: source.id, bytes: file.size, mapping, startedBy: user.id },
          ...{ fileName: this.nameOf(file.originalname), dryRun: form.dryRun ?? false },
        },
        now,
      );
    });
    this.nudges.send('imports');
    return { id };
  }

  /** multer gives names as Latin-1; browsers send UTF-8. */
  private nameOf(original: string): string {
    const name = Buffer.from(original, 'latin1').toString('utf8').slice(0, 200);
    return isStorableText(name) ? this.redactor.clean(name) : '';
  }
}

function readMapping(given: Readonly<Record<string, unknown>>): ColumnMapping {
  const mapping: Partial<Record<Field, string>> = {};
  for (const [name, column] of Object.entries(given)) {
    const field = FIELDS.find((known) => known === name);
    if (field === undefined || typeof column !== 'string' || !isColumn(column))
      throw invalid([
        {
          path: 'mapping',
          message: {
            zh: `应为 JSON，键为 ${FIELDS.join('、')}，值为列名`,
            en: `must be JSON with the names of columns under ${FIELDS.join(', ')}`,
          },
        },
      ]);
    mapping[field] = column;
  }
  return mapping;
}

const isColumn = (text: string): boolean =>
  text !== '' && text.length <= 200 && isStorableText(text);

const noFile = (): Error =>
  invalid([
    {
      path: 'file',
      message: {
        zh: '请选择一个不是空的文件',
        en: 'Send one file that is not empty, as the field "file".',
      },
    },
  ]);

const notInUse = (): Error =>
  invalid([
    {
      path: 'source',
      message: { zh: '这个监测源已停用', en: 'is a source that is not in use' },
    },
  ]);
