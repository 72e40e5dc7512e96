import { Injectable } from '@nestjs/common';
import { Clock, Database, Logger, Nudges, addToStream } from '#platform';
import type { Words } from '../core/index.js';
import { UnreadableFile } from '../files/table.js';
import { Redactor } from '../redactor.js';
import { findSource } from '../sources/source.repository.js';
import { IntakeConfig } from '../intake-config.js';
import { ImportFile } from './import-file.js';
import type { ImportOutcome } from './import-file.js';
import {
  claimImport,
  finishImport,
  giveBack,
  insertRejects,
  noteProgress,
} from './import.repository.js';
import type { ImportRow } from './import.repository.js';
import { WaitingFiles } from './waiting-files.js';

/** So many rejected rows are kept to be mended; with more, the file as a whole is wrong. */
const MOST_REJECTS = 50_000;

const GONE: Words = {
  zh: '文件已不在工作区，请重新上传',
  en: 'The file is no longer in the workspace; send it again.',
};

const UNEXPECTED: Words = {
  zh: '读取时出错，已记入日志；已读的行保留，可重新上传',
  en: 'Reading failed, and the log says why. What was read stays; the file can be sent again.',
};

/** The program is being stopped: the file is read by the next one. */
class Interrupted extends Error {}

/** Somebody has ended the import, and has said so to those who look on. */
class Cancelled extends Error {}

type End = { outcome: ImportOutcome } | { failure: Words } | 'interrupted' | 'cancelled';

/** Reads files that were sent, one after the other. Whoever dies over one leaves it to the next, who begins again. */
@Injectable()
export class ReadImports {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
    private readonly files: WaitingFiles,
    private readonly config: IntakeConfig,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
    private readonly logger: Logger,
  ) {}

  /** What is being read is given back at the next batch. */
  stop(): void {
    this.isStopping = true;
  }

  /** Answers whether there was one to read. */
  async next(): Promise<boolean> {
    const claimed = await this.database.transaction((tx) => claimImport(tx, this.clock.now()));
    if (claimed === null) return false;
    const end = await this.read(claimed);
    if (end === 'interrupted') {
      await giveBack(this.database.reader, claimed.id);
      return false;
    }
    await this.files.remove(claimed.id);
    if (end === 'cancelled') return true;
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await finishImport(tx, claimed.id, end, now);
      const event = { type: 'import.changed', userId: null, data: { id: claimed.id } };
      await addToStream(tx, [event], now);
    });
    this.nudges.send('stream');
    return true;
  }

  private async read(order: ImportRow): Promise<End> {
    const { reader } = this.database;
    const source = await findSource(reader, order.source_id);
    let kept = 0;
    try {
      const outcome = await new ImportFile(this.database, this.redactor, this.nudges).run({
        path: this.files.pathOf(order.id),
        source: { id: order.source_id, mapping: source?.mapping ?? {} },
        ...{ mapping: order.mapping, dryRun: order.dry_run, zone: this.config.timeZone },
        now: () => this.clock.now(),
        onRejected: async (rows) => {
          const room = rows.slice(0, MOST_REJECTS - kept);
          kept += room.length;
          if (room.length > 0) await insertRejects(reader, order.id, room, this.redactor.clean);
        },
        onProgress: async (counts, share) => {
          if (this.isStopping) throw new Interrupted();
          const isOurs = await noteProgress(reader, order.id, { counts, share }, this.clock.now());
          if (!isOurs) throw new Cancelled();
        },
      });
      return { outcome };
    } catch (error) {
      if (error instanceof Interrupted) return 'interrupted';
      if (error instanceof Cancelled) return 'cancelled';
      if (error instanceof UnreadableFile) return { failure: error.words };
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return { failure: GONE };
      this.logger.error(`import ${order.id} failed`, error);
      return { failure: UNEXPECTED };
    }
  }
}
