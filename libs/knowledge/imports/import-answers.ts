import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { IntakeConfig, Redactor, UnreadableFile, keyOf, openTable } from '#intake';
import type { TableRow } from '#intake';
import { Clock, Database, appendToTimeline, lockHeads, sql } from '#platform';
import type { Tx, Words } from '#platform';
import type { KeptClarification } from '../clarifications/clarification.js';
import { findClarifications } from '../clarifications/clarification.repository.js';
import { Clarifications } from '../clarifications/clarifications.js';
import { COLUMN_WORDS, NEEDED, columnsOf } from './columns.js';
import { readAnswer } from './read-answer.js';
import type { AnswerReading, ReadAnswer } from './read-answer.js';
import { isUnchanged } from './is-unchanged.js';

/** A collection of years; what is larger is something else. */
const MOST_ROWS = 5_000;
const BATCH = 100;
const TITLE_LENGTH = 200;
/** Any number that nothing else locks: “answers” on a telephone's keys. */
const ONE_AT_A_TIME = 2_679_377;
const CHANGED = '来源处有改动';

export interface RejectedAnswer {
  readonly line: number;
  readonly reasons: readonly Words[];
}

export interface AnswersOutcome {
  readonly rows: number;
  readonly added: number;
  /** Known, and now answered otherwise: the next version, with the former answer beside it. */
  readonly changed: number;
  readonly same: number;
  readonly rejected: readonly RejectedAnswer[];
}

interface Kept {
  readonly line: number;
  readonly kept: KeptClarification;
}

/** Reads a file of answers that others gave into the library. The same file twice changes nothing. */
@Injectable()
export class ImportAnswers {
  constructor(
    private readonly database: Database,
    private readonly library: Clarifications,
    private readonly redactor: Redactor,
    private readonly config: IntakeConfig,
    private readonly clock: Clock,
  ) {}

  /** Throws `UnreadableFile` when nothing of it can be read. */
  async run(path: string, user: RequestActor, dryRun: boolean): Promise<AnswersOutcome> {
    const table = await openTable(path);
    const columns = columnsOf(table.columns);
    refuseWithout(
      NEEDED.filter((column) => columns[column] === undefined),
      table.columns,
    );
    return this.take(table.rows, columns, user, dryRun);
  }

  /** Rows of whatever is laid out in columns. */
  async take(
    all: AsyncIterable<TableRow>,
    columns: AnswerReading['columns'],
    user: RequestActor,
    dryRun: boolean,
  ): Promise<AnswersOutcome> {
    const now = this.clock.now();
    const reading = { columns, zone: this.config.timeZone, now };
    const { rows, good, rejected } = await this.read(all, reading);
    const counts = { added: 0, changed: 0, same: 0 };
    for (let at = 0; at < good.length; at += BATCH) {
      const some = good.slice(at, at + BATCH).map(({ kept }) => kept);
      const done = await this.database.transaction((tx) => this.keep(tx, some, user, now, dryRun));
      counts.added += done.added;
      counts.changed += done.changed;
      counts.same += some.length - done.added - done.changed;
    }
    return { rows, ...counts, rejected };
  }

  private async read(
    rows: AsyncIterable<TableRow>,
    reading: AnswerReading,
  ): Promise<{ rows: number; good: readonly Kept[]; rejected: RejectedAnswer[] }> {
    const good = new Map<string, Kept>();
    const rejected: RejectedAnswer[] = [];
    let count = 0;
    for await (const { line, values, problem } of rows) {
      count += 1;
      if (count > MOST_ROWS) throw tooLong();
      const read =
        problem === null ? readAnswer(values, reading) : { ok: false as const, reasons: [problem] };
      if (!read.ok) {
        rejected.push({ line, reasons: read.reasons.map((words) => this.saidSafely(words)) });
        continue;
      }
      const kept = this.cleaned(read.answer);
      const twin = good.get(kept.id);
      if (twin === undefined) good.set(kept.id, { line, kept });
      else rejected.push({ line, reasons: [sameAs(twin.line)] });
    }
    return { rows: count, good: [...good.values()], rejected };
  }

  private async keep(
    tx: Tx,
    all: readonly KeptClarification[],
    { id: userId }: RequestActor,
    now: number,
    dryRun: boolean,
  ): Promise<{ added: number; changed: number }> {
    const ids = all.map(({ id }) => id).sort();
    // Two who import the same wait for each other, so that the later finds what the earlier has kept.
    if (!dryRun) await sql(tx, 'SELECT pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
    const heads = dryRun ? new Map<string, never>() : await lockHeads(tx, ids);
    const known = new Map((await findClarifications(tx, ids)).map((one) => [one.id, one]));
    const added = all.filter(({ id }) => !known.has(id));
    const changed = all.filter((one) => {
      const before = known.get(one.id);
      return before !== undefined && !isUnchanged(before, one);
    });
    if (dryRun) return { added: added.length, changed: changed.length };
    for (const one of added) await this.library.keep(tx, one, now);
    for (const one of changed) await this.library.keep(tx, { ...one, correctedFor: CHANGED }, now);
    const entries = [...added, ...changed].map(({ id, publishedAt, public: _, ...data }) => ({
      ...{ subjectId: id, subjectType: 'clarification', at: now, type: 'clarification.imported' },
      actor: { kind: 'user' as const, id: userId },
      data: { ...data, publishedAt: new Date(publishedAt).toISOString() },
    }));
    await appendToTimeline(tx, entries, heads);
    return { added: added.length, changed: changed.length };
  }

  /** The id is made of the redacted address, or else of claim and publisher: so it is the same every time. */
  private cleaned(read: ReadAnswer): KeptClarification {
    const { clean } = this.redactor;
    const [claim, issuedBy] = [clean(read.claim), clean(read.issuedBy)];
    const url = read.url === null ? null : clean(read.url);
    return {
      id: keyOf('clarification', ...(url === null ? [claim, issuedBy] : [url])),
      ...{ origin: 'imported', releaseId: null, incidentId: null, public: false },
      ...{ claim, issuedBy, verdict: read.verdict, publishedAt: read.publishedAt },
      title: clean(read.title ?? read.claim.slice(0, TITLE_LENGTH)),
      answer: clean(read.answer),
      evidence: [{ text: clean(read.evidence), url: clean(read.evidenceUrl), file: null }],
      links: read.url === null ? [] : [{ channel: new URL(read.url).hostname, url: url ?? '' }],
      ...(read.place !== null && { place: clean(read.place) }),
    };
  }

  /** A reason quotes the cell. */
  private saidSafely({ zh, en }: Words): Words {
    return { zh: this.redactor.clean(zh), en: this.redactor.clean(en) };
  }
}

function refuseWithout(missing: typeof NEEDED, columns: readonly string[]): void {
  if (missing.length === 0) return;
  const list = columns.slice(0, 20).join(', ');
  const [zh, en] = [
    missing.map((column) => COLUMN_WORDS[column].zh).join('、'),
    missing.map((column) => COLUMN_WORDS[column].en).join(', '),
  ];
  throw new UnreadableFile({
    zh: `没有认出这些列：${zh}。文件中的列：${list}`,
    en: `These columns were not recognised: ${en}. The file has: ${list}`,
  });
}

const tooLong = (): UnreadableFile =>
  new UnreadableFile({
    zh: `一次最多导入 ${String(MOST_ROWS)} 行，请分成几个文件`,
    en: `At most ${String(MOST_ROWS)} rows at once; split the file.`,
  });

const sameAs = (line: number): Words => ({
  zh: `与第 ${String(line)} 行是同一条澄清`,
  en: `is the same clarification as row ${String(line)}`,
});
