import { Controller, Get, Param, Query } from '@nestjs/common';
import { Requires } from '#identity';
import { Database, IdPipe, notFound } from '#platform';
import { findRecord, listRecords } from './record.repository.js';
import { RecordList, RecordQuery, RecordView } from './record.dto.js';
import { wordingsOf } from './wording.js';

/** What was kept of an incident each time it was archived. */
@Controller('incidents/:id')
export class RecordsController {
  constructor(private readonly database: Database) {}

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
