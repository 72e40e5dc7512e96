import type { Database, Nudges } from '#platform';
import {
  DistinctKeys,
  columnsOf,
  mappingProblems,
  readRow,
  suggestMapping,
} from '../core/index.js';
import type { ColumnMapping, Words } from '../core/index.js';
import { openTable } from '../files/open-table.js';
import { UnreadableFile } from '../files/table.js';
import type { Table, TableRow } from '../files/table.js';
import { cleanOnce } from '../mentions/clean-once.js';
import { prepareSighting } from '../mentions/prepare-sighting.js';
import type { PreparedSighting } from '../mentions/prepare-sighting.js';
import { countNew, storeSightings } from '../mentions/store-sightings.js';
import type { Added, Keys } from '../mentions/store-sightings.js';
import type { Redactor } from '../redactor.js';
import { rememberMapping } from '../sources/source.repository.js';

/**
 * Rows that become one transaction: enough to make its costs small, few enough that a process that does other things
 * besides (sweeps, answers) is kept for some hundredths of a second.
 */
const BATCH = 500;

export interface RejectedRow {
  readonly line: number;
  readonly reasons: readonly Words[];
  /** The cells of the columns that were to be read; others are not kept. Not yet redacted. */
  readonly values: ReadonlyMap<string, string>;
}

/** What is known so far of a file that is being read. */
export interface ImportCounts {
  /** Rows that are not blank, without the header. */
  readonly rows: number;
  readonly rejected: number;
  /** Different mentions among the good rows: wordings at their places. */
  readonly mentions: number;
  /** Good rows that are a mention seen once more. */
  readonly folded: number;
  readonly topics: number;
  /** What was not there before (or, of a dry run, would not have been). */
  readonly added: Added;
}

export interface ImportOutcome extends ImportCounts {
  readonly format: Table['format'];
  readonly encoding: string;
  readonly notes: readonly Words[];
  readonly mapping: ColumnMapping;
}

export interface ImportOrder {
  readonly path: string;
  readonly source: { readonly id: string; readonly mapping: ColumnMapping };
  /** Columns that were named; the others are remembered or recognised. */
  readonly mapping: ColumnMapping;
  readonly dryRun: boolean;
  /** The zone of times that are written without an offset. */
  readonly zone: string;
  readonly now: () => number;
  readonly onRejected: (rows: readonly RejectedRow[]) => Promise<void> | void;
  readonly onProgress?: (counts: ImportCounts, share: number) => Promise<void> | void;
}

/** Reads a file into the inbox: batch by batch, so that what is good stays whatever comes after it. */
export class ImportFile {
  constructor(
    private readonly database: Database,
    private readonly redactor: Redactor,
    private readonly nudges: Nudges,
  ) {}

  /** Throws {@link UnreadableFile} when nothing of it can be read. */
  async run(order: ImportOrder): Promise<ImportOutcome> {
    const table = await openTable(order.path);
    const mapping = suggestMapping(table.columns, { ...order.source.mapping, ...order.mapping });
    const unknown = unknownColumns(table.columns, order.mapping);
    const [problem] = [...unknown, ...mappingProblems(table.columns, mapping)];
    if (problem !== undefined) throw new UnreadableFile(problem);
    const tally = new Tally();
    const clean = cleanOnce(this.redactor.clean);
    for await (const rows of inBatches(table.rows, BATCH)) {
      await this.take(rows, { ...order, mapping }, clean, tally);
      await order.onProgress?.(tally.counts(), table.progress());
    }
    if (!order.dryRun)
      await this.database.transaction((tx) =>
        rememberMapping(tx, order.source.id, mapping, order.now()),
      );
    const { format, encoding, notes } = table;
    return { ...tally.counts(), format, encoding, notes, mapping };
  }

  private async take(
    rows: readonly TableRow[],
    order: ImportOrder,
    clean: Redactor['clean'],
    tally: Tally,
  ): Promise<void> {
    const now = order.now();
    const { mapping, zone, source } = order;
    const good: PreparedSighting[] = [];
    const rejected: RejectedRow[] = [];
    for (const row of rows) {
      const { line, values, problem } = row;
      const read =
        problem === null
          ? readRow(values, { mapping, zone, now })
          : { ok: false as const, reasons: [problem] };
      if (read.ok) good.push(prepareSighting(read.sighting, source.id, clean));
      else rejected.push({ line, reasons: read.reasons, values: keptOf(row, mapping) });
    }
    const added = await this.store(good, tally.meet(good), order.dryRun, now);
    tally.add(good.length, rejected.length, added);
    if (rejected.length > 0) await order.onRejected(rejected);
  }

  private async store(
    good: readonly PreparedSighting[],
    unmet: Keys,
    dryRun: boolean,
    now: number,
  ): Promise<Added> {
    if (good.length === 0) return NOTHING;
    if (dryRun) return countNew(this.database.reader, unmet);
    const stored = await this.database.transaction((tx) => storeSightings(tx, good, now));
    if (stored.sightings > 0) this.nudges.send('stream', 'outbox', 'topics');
    return stored;
  }
}

const NOTHING: Added = { sightings: 0, mentions: 0, topics: 0 };

/** Exact counts over a whole file, however long. */
class Tally {
  private rows = 0;
  private rejected = 0;
  private good = 0;
  private added = NOTHING;
  private readonly sightings = new DistinctKeys();
  private readonly mentions = new DistinctKeys();
  private readonly topics = new DistinctKeys();

  /** The keys that this file has not shown before. */
  meet(good: readonly PreparedSighting[]): Keys {
    return {
      sightings: good.map(({ id }) => id).filter((key) => this.sightings.add(key)),
      mentions: good.map((one) => one.mentionKey).filter((key) => this.mentions.add(key)),
      topics: good.map((one) => one.topicKey).filter((key) => this.topics.add(key)),
    };
  }

  add(good: number, rejected: number, added: Added): void {
    this.rows += good + rejected;
    this.rejected += rejected;
    this.good += good;
    this.added = {
      sightings: this.added.sightings + added.sightings,
      mentions: this.added.mentions + added.mentions,
      topics: this.added.topics + added.topics,
    };
  }

  counts(): ImportCounts {
    const { rows, rejected, good, added } = this;
    const mentions = this.mentions.size;
    return { rows, rejected, mentions, folded: good - mentions, topics: this.topics.size, added };
  }
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What is kept of a row to be mended: the columns that are read; a line in one piece stands in that of the text. */
const keptOf = ({ values, raw }: TableRow, mapping: ColumnMapping): ReadonlyMap<string, string> =>
  new Map(
    columnsOf(mapping).map((column) => [
      column,
      values.get(column) ?? (column === mapping.text ? (raw ?? '') : ''),
    ]),
  );

/** A column that was named and is not there is a mistake to be told, not to be guessed around. */
function unknownColumns(columns: readonly string[], named: ColumnMapping): Words[] {
  return columnsOf(named)
    .filter((column) => !columns.includes(column))
    .map((column) => ({
      zh: `文件里没有“${column}”这一列。文件中的列：${columns.slice(0, 20).join(', ')}`,
      en: `The file has no column ${column}. It has: ${columns.slice(0, 20).join(', ')}`,
    }));
}
