import { Injectable } from '@nestjs/common';
import { forgetDiscarded, forgetWordingsOf } from '#intake';
import { Clock, Database, appendToTimeline, lockHeads } from '#platform';
import type { NewEntry, Tx } from '#platform';
import { FileStore } from '../attachments/file-store.js';
import { RETAINED_STATES, closedBy } from '../core/index.js';
import { IncidentConfig } from '../incident-config.js';
import { dueIncidents, removeWordings } from './due.repository.js';
import type { Cutoffs, DueIncident } from './due.repository.js';
import { HeldFiles } from './held-files.js';

/** Few enough that nobody waits for them, many enough that a backlog of years is done in minutes. */
const BATCH = 100;
/** A file is stored before its row: what came just now may be about to be attached. */
const LOOSE_FOR_MS = 24 * 3_600_000;

export interface Kept {
  readonly incidents: number;
  readonly mentions: number;
  readonly files: number;
  readonly bytes: number;
}

export interface LooseFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** Takes away what has had its time (config/retention.yaml), and says on each timeline what went. */
@Injectable()
export class KeepNoLonger {
  constructor(
    private readonly database: Database,
    private readonly config: IncidentConfig,
    private readonly store: FileStore,
    private readonly held: HeldFiles,
    private readonly clock: Clock,
  ) {}

  cutoffsAt(now: number): Cutoffs {
    const { retention, timeZone } = this.config;
    const [dismissed, archived] = RETAINED_STATES.map((state) =>
      closedBy(now, retention[state], timeZone),
    );
    return { dismissed: dismissed ?? now, archived: archived ?? now };
  }

  /** All that is due now, in batches, each a transaction of its own. Repeating it changes nothing. */
  async run(): Promise<Kept> {
    const now = this.clock.now();
    let [incidents, mentions] = [0, 0];
    for (;;) {
      const batch = await this.database.transaction((tx) => this.batch(tx, now));
      incidents += batch.length;
      mentions += batch.reduce((sum, removed) => sum + removed, 0);
      if (batch.length === 0) break;
    }
    // What was never taken up is kept no longer than what was dismissed.
    await forgetDiscarded(this.database.reader, new Date(this.cutoffsAt(now).dismissed));
    const loose = await this.looseFiles(now);
    for (const { sha256 } of loose) await this.store.remove(sha256);
    const bytes = loose.reduce((sum, file) => sum + file.bytes, 0);
    return { incidents, mentions, files: loose.length, bytes };
  }

  /** Files that no row speaks of any more: an upload that was refused, or cut off. */
  async looseFiles(now: number): Promise<LooseFile[]> {
    const loose: LooseFile[] = [];
    for await (const files of this.store.batches()) {
      const old = files.filter(({ storedAt }) => storedAt <= now - LOOSE_FOR_MS);
      const hashes = old.map(({ sha256 }) => sha256);
      const held = await this.held.among(this.database.reader, hashes);
      for (const { sha256, bytes } of old) if (!held.has(sha256)) loose.push({ sha256, bytes });
    }
    return loose;
  }

  /** How many wordings went, for each incident that was done; none when nothing is left that is not being worked on. */
  private async batch(tx: Tx, now: number): Promise<number[]> {
    const cutoffs = this.cutoffsAt(now);
    const found = await dueIncidents(tx, cutoffs, { after: null, limit: BATCH });
    const heads = await lockHeads(
      tx,
      found.map(({ id }) => id),
      'skipLocked',
    );
    // Under the lock nobody reopens it any more: those that were reopened meanwhile are not found again.
    const due = (await dueIncidents(tx, cutoffs, { after: null, limit: BATCH })).filter(({ id }) =>
      heads.has(id),
    );
    const entries: NewEntry[] = [];
    const removed: number[] = [];
    for (const incident of due) {
      const mentions = await removeWordings(tx, incident.id, now);
      await forgetWordingsOf(tx, incident.id);
      removed.push(mentions);
      entries.push(this.entryOf(incident, mentions, now));
    }
    await appendToTimeline(tx, entries, heads);
    return removed;
  }

  private entryOf({ id, state, closedAt }: DueIncident, mentions: number, now: number): NewEntry {
    const { keep } = this.config.retention[state];
    return {
      ...{ subjectId: id, subjectType: 'incident', at: now, type: 'wording-removed' },
      actor: { kind: 'system', id: null },
      data: { mentions, state, keep, closedAt: closedAt.toISOString() },
    };
  }
}
