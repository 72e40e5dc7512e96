import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, notFound } from '#platform';
import { ReportFiles } from './report-files.js';
import type { ReportFormat } from './report-files.js';
import { maySeeReport } from './report-sight.js';
import { findReport } from './report.repository.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES: Readonly<Record<ReportFormat, string>> = {
  ...{ docx: WORD, pdf: 'application/pdf', csv: 'text/csv; charset=utf-8', xlsx: EXCEL },
};

/** Reports on paper and in spreadsheets. Stands before the controller of their pages: `:id` would take `….pdf`, too. */
@Controller('reports')
export class ReportFilesController {
  constructor(
    private readonly database: Database,
    private readonly files: ReportFiles,
  ) {}

  /** For Word, in the layout of GB/T 9704-2012, with real styles. */
  @Get(':id.docx')
  @Requires('report.read')
  @Header('Content-Type', TYPES.docx)
  @ApiProduces(TYPES.docx)
  docx(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    return this.file(id, 'docx', user);
  }

  /** In the layout of GB/T 9704-2012. Of one that is out always the same bytes. */
  @Get(':id.pdf')
  @Requires('report.read')
  @Header('Content-Type', TYPES.pdf)
  @ApiProduces(TYPES.pdf)
  pdf(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.file(id, 'pdf', user);
  }

  /** All figures, one in a line. */
  @Get(':id.csv')
  @Requires('report.read')
  @Header('Content-Type', TYPES.csv)
  @ApiProduces(TYPES.csv)
  csv(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.file(id, 'csv', user);
  }

  /** A sheet for each table, and one of all figures. */
  @Get(':id.xlsx')
  @Requires('report.read')
  @Header('Content-Type', TYPES.xlsx)
  @ApiProduces(TYPES.xlsx)
  xlsx(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    return this.file(id, 'xlsx', user);
  }

  private async file(
    id: string,
    format: ReportFormat,
    user: RequestActor,
  ): Promise<StreamableFile> {
    const tx = this.database.reader;
    const row = (await maySeeReport(tx, id, user)) ? await findReport(tx, id) : null;
    if (row === null) throw notFound('This report');
    const { name, bytes } = await this.files.make(tx, row, format);
    return new StreamableFile(bytes, {
      type: TYPES[format],
      disposition: `attachment; filename="report.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }
}
