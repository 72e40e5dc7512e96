import { Injectable } from '@nestjs/common';
import { Clock, Database, momentKey, pageOf, readMomentCursor } from '#platform';
import { RETAINED_STATES, goesAt } from '../core/index.js';
import { IncidentConfig } from '../incident-config.js';
import { countDue, countRemoved, dueIncidents } from './due.repository.js';
import { KeepNoLonger } from './keep-no-longer.js';
import type { RetentionPreview, RetentionQuery } from './retention.dto.js';

/** A dry run: what would go by a time, and takes nothing away. */
@Injectable()
export class PreviewRetention {
  constructor(
    private readonly database: Database,
    private readonly config: IncidentConfig,
    private readonly keeping: KeepNoLonger,
    private readonly clock: Clock,
  ) {}

  async run({ until, cursor, limit }: RetentionQuery): Promise<RetentionPreview> {
    const now = this.clock.now();
    const at = until === undefined ? now : Date.parse(until);
    const tx = this.database.reader;
    const { retention, timeZone } = this.config;
    const cutoffs = this.keeping.cutoffsAt(at);
    const rows = await dueIncidents(tx, cutoffs, {
      after: readMomentCursor(cursor),
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, ({ closedAt, id }) => momentKey(closedAt, id));
    const loose = await this.keeping.looseFiles(at);
    const removed = await countRemoved(tx);
    return {
      until: new Date(at).toISOString(),
      rules: RETAINED_STATES.map((state) => ({
        state,
        keep: retention[state].keep,
        reason: retention[state].reason ?? null,
      })),
      ...(await countDue(tx, cutoffs)),
      files: loose.length,
      bytes: loose.reduce((sum, { bytes }) => sum + bytes, 0),
      removed: removed.mentions,
      lastRemovedAt: removed.lastAt?.toISOString() ?? null,
      items: page.items.map(({ closedAt, state, ...row }) => ({
        ...{ ...row, state, closedAt: closedAt.toISOString() },
        goesAt: new Date(goesAt(closedAt.getTime(), retention[state], timeZone)).toISOString(),
      })),
      nextCursor: page.nextCursor,
    };
  }
}
