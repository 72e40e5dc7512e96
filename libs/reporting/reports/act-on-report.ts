import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, sha256 } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, paramsOfBody } from '#workflow';
import type { Actor, Refusal } from '#workflow';
import { isOut, unsupportedIn } from '../core/index.js';
import type { SectionEdits } from '../core/index.js';
import { SendToReaders } from '../reads/send-to-readers.js';
import { changeOf } from './change-of.js';
import { CountReport } from './count-report.js';
import { Editions } from './editions.js';
import { maySeeReport } from './report-sight.js';
import { findReport } from './report.repository.js';
import type { ReportRow } from './report.repository.js';
import { saveDecision } from './save-decision.js';

export interface ReportCommand {
  readonly reportId: string;
  readonly name: string;
  readonly actor: Actor;
  /** The version that the user saw. */
  readonly expectedVersion: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SectionText {
  readonly reportId: string;
  readonly section: string;
  /** Null: what was drafted. */
  readonly text: string | null;
  readonly actor: Actor & { readonly id: string };
  readonly expectedVersion: number;
}

/** Null: there is no such report, or none of that section. */
export type Acted =
  /** The report to look at now: a correction is another. */
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly kind: 'issued' }
  | Refusal
  | null;

/** Everything that becomes of a report after it was drafted. */
@Injectable()
export class ActOnReport {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly count: CountReport,
    private readonly editions: Editions,
    private readonly readers: SendToReaders,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Puts a text in the place of a drafted section, or takes it back. */
  edit({ reportId, section, text, actor, expectedVersion }: SectionText): Promise<Acted> {
    return this.inOne(reportId, actor, async (tx, row, now) => {
      if (row.content.sections.every(({ key }) => key !== section)) return null;
      if (isOut(row.state)) return { ok: false, kind: 'issued' };
      const clean = text === null ? null : this.redactor.clean(text);
      const edits = edited(row.edits, section, clean, actor.id, now);
      const params = {
        ...{ section, unsupported: unsupportedIn(row.content, edits, row.language) },
        ...(clean !== null && { textSha256: sha256(clean) }),
      };
      const loaded = (await this.runtime.lock(tx, [row.id])).get(row.id);
      if (loaded === undefined) return null;
      const command = { name: 'edit', actor, params, expectedVersion };
      const decision = this.runtime.decide(loaded, command, now);
      if (!decision.ok) return decision;
      await this.runtime.persist(tx, loaded, decision, now);
      await saveDecision(tx, { ...row, edits }, decision, now);
      return { ok: true, id: reportId };
    });
  }

  async give(command: ReportCommand): Promise<Acted> {
    const { reportId, name, actor, expectedVersion } = command;
    // Counting takes a while: it is done before anything is locked. Whoever was faster has made the version stale.
    const counted = name === 'redraft' ? await this.counted(command) : null;
    return this.inOne(reportId, actor, async (tx, row, now) => {
      if (name === 'redraft' && isOut(row.state)) return { ok: false, kind: 'issued' };
      const loaded = (await this.runtime.lock(tx, [row.id])).get(row.id);
      if (loaded === undefined) return null;
      const rules = loaded.definition.commands.get(name)?.params ?? {};
      const typed = paramsOfBody(rules, command.body, this.redactor.clean, newId);
      const next = counted ?? row;
      const params = { ...changeOf(name, next), ...typed };
      const given = { name, actor, params, expectedVersion };
      const decision = this.runtime.decide(loaded, given, now);
      if (!decision.ok) return decision;
      await this.runtime.persist(tx, loaded, decision, now);
      await saveDecision(tx, next, decision, now);
      if (decision.events.some(({ type }) => type === 'report-issued'))
        await this.readers.within(tx, next, now);
      const opened = await this.editions.follow(tx, next, decision, actor, now);
      return { ok: true, id: opened ?? reportId };
    });
  }

  /** The row as a new count would have it, as of the moment that was asked for. */
  private async counted({ reportId, actor, body }: ReportCommand): Promise<ReportRow | null> {
    const tx = this.database.reader;
    const row = (await maySeeReport(tx, reportId, actor)) ? await findReport(tx, reportId) : null;
    if (row === null) return null;
    const now = this.clock.now();
    const asOf = typeof body['asOf'] === 'string' ? Date.parse(body['asOf']) : now;
    // What makes no sense is for the rules to refuse.
    const isSound = asOf <= now && asOf > row.from.getTime();
    return isSound && !isOut(row.state) ? this.count.again(row, asOf) : row;
  }

  /** Locks the report, and the edition before it, which may change with it: the older one first. */
  private async inOne(
    id: string,
    reader: Actor,
    work: (tx: Tx, row: ReportRow, now: number) => Promise<Acted>,
  ): Promise<Acted> {
    const acted = await this.database.transaction(async (tx) => {
      const before = await findReport(tx, id);
      if (before === null || !(await maySeeReport(tx, id, reader))) return null;
      const ids = before.previousId === null ? [id] : [before.previousId, id];
      await this.runtime.lock(tx, ids);
      // Whoever waited reads what the other has written.
      const row = await findReport(tx, id);
      return row === null ? null : work(tx, row, this.clock.now());
    });
    if (acted?.ok === true) this.nudges.send('stream', 'outbox');
    return acted;
  }
}

function edited(
  edits: SectionEdits,
  section: string,
  text: string | null,
  by: string,
  now: number,
): SectionEdits {
  const others = Object.entries(edits).filter(([key]) => key !== section);
  const own = text === null ? [] : [[section, { text, by, at: new Date(now).toISOString() }]];
  return Object.fromEntries([...others, ...own]) as SectionEdits;
}
