import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { Press } from '#documents';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, notFound } from '#platform';
import { recordPaper } from './paper/record-paper.js';
import { findRecord, listRecords } from './record.repository.js';
import { RecordList, RecordQuery, RecordView } from './record.dto.js';
import { wordingsOf } from './wording.js';

/** What was kept of an incident each time it was archived. */
@Controller('incidents/:id')
export class RecordsController {
  constructor(
    private readonly database: Database,
    private readonly press: Press,
  ) {}

  /** The record as it was frozen when the incident was last archived, or that of a chapter. 404 before. */
  @Get('record')
  @Requires('incident.read')
  async record(
    @Param('id', IdPipe) id: string,
    @Query() { chapter }: RecordQuery,
  ): Promise<RecordView> {
    const kept = await findRecord(this.database.reader, id, chapter);
    if (kept === null) throw notFound('An archived record of this incident');
    const { record, sha256, archivedAt } = kept;
    const wordings = await wordingsOf(
      this.database.reader,
      record.mentions.map((mention) => mention.id),
    );
    return {
      ...{ chapter: kept.chapter, record: { ...record }, sha256 },
      archivedAt: archivedAt.toISOString(),
      wordings: [...wordings].map(([mentionId, wording]) => ({ mentionId, ...wording })),
    };
  }

  /** The record as a PDF that can be read and printed: made from the frozen record alone, the same each time. */
  @Get('record.pdf')
  @Requires('incident.read')
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentUser() { locale }: RequestActor,
    @Param('id', IdPipe) id: string,
    @Query() { chapter }: RecordQuery,
  ): Promise<StreamableFile> {
    const tx = this.database.reader;
    const kept = await findRecord(tx, id, chapter);
    if (kept === null) throw notFound('An archived record of this incident');
    const { record, sha256 } = kept;
    const wordings = await wordingsOf(
      tx,
      record.mentions.map((mention) => mention.id),
    );
    const pdf = await this.press.pdf(recordPaper({ record, sha256, wordings, locale }));
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      length: pdf.byteLength,
      disposition: `attachment; filename="${record.number}-${String(kept.chapter)}.pdf"`,
    });
  }

  /** The records of all chapters. */
  @Get('records')
  @Requires('incident.read')
  async records(@Param('id', IdPipe) id: string): Promise<RecordList> {
    const rows = await listRecords(this.database.reader, id);
    return {
      items: rows.map(({ archivedAt, ...row }) => ({
        ...row,
        archivedAt: archivedAt.toISOString(),
      })),
    };
  }
}
