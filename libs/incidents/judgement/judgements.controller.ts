import { Controller, Get, Param } from '@nestjs/common';
import { CurrentUser, Directory, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, hashOf, notFound, readTimeline, sql } from '#platform';
import { actorOf } from '#workflow';
import { standingsOf } from '../core/index.js';
import type { JudgementRecord } from '../core/index.js';
import { IncidentConfig } from '../incident-config.js';
import { IncidentEntity } from '../incident.entity.js';
import { reference } from '../list/present-rows.js';
import { seenAmong } from '../sight/sight.js';
import { JudgementAidsView, JudgementList } from './judgement.dto.js';
import { judgingEntry } from './judging-entry.js';
import { Precedents } from './precedents.js';
import { responsibleFor } from './responsible.js';

interface Row {
  readonly version: number;
  readonly judged_by: string;
  readonly judged_at: Date;
  readonly record: JudgementRecord;
  readonly sha256: string;
}

/** What judges had before them, now and then. */
@Controller('incidents/:id')
export class JudgementsController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly config: IncidentConfig,
    private readonly precedents: Precedents,
  ) {}

  /** Precedents of this claim, and who usually answers for it. */
  @Get('judgement-aids')
  @Requires('judgement.read')
  async aids(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<JudgementAidsView> {
    const tx = this.database.reader;
    const incident = await tx.getRepository(IncidentEntity).findOneBy({ id });
    if (incident === null) throw notFound('This incident');
    const similar = await this.precedents.of(tx, incident, actorOf(user));
    return {
      similar: similar.map((one) => ({
        ...one,
        shared: [...one.shared],
        differsIn: [...one.differsIn],
        actions: [...one.actions],
      })),
      responsible: await responsibleFor(tx, incident.category, this.config.categories),
    };
  }

  /** Every judgement with all that was seen when it was made, the newest first. */
  @Get('judgements')
  @Requires('incident.read')
  async judgements(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<JudgementList> {
    const tx = this.database.reader;
    const entries = (await readTimeline(tx, id)).map(judgingEntry);
    if (entries.length === 0) throw notFound('This incident');
    const rows = await sql<Row>(
      tx,
      'SELECT version, judged_by, judged_at, record, sha256 FROM judgements WHERE incident_id = $1 ORDER BY version DESC',
      [id],
    );
    const standings = standingsOf(entries);
    const people = await this.directory.names(
      tx,
      rows.map(({ judged_by }) => judged_by),
    );
    const past = rows.flatMap(({ record }) => record.similar.map((similar) => similar.id));
    const known = await seenAmong(tx, past, actorOf(user));
    return {
      items: rows.map(({ version, judged_by, judged_at, record, sha256 }) => ({
        version,
        judgedBy: reference(judged_by, people),
        judgedAt: judged_at.toISOString(),
        standing: standings.get(sha256) ?? 'superseded',
        record: { ...record, similar: record.similar.filter((one) => known.has(one.id)) },
        sha256,
        intact: standings.has(sha256) && hashOf(record) === sha256,
      })),
    };
  }
}
