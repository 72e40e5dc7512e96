import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors, WorkflowRuntime, actorOf, refusalProblem } from '#workflow';
import type { Facts, Loaded, OpenMatter } from '#workflow';
import { SYSTEM, ShiftCommands, tellPages } from '../shifts/shift-command.js';
import { logOf } from '../shifts/present-shift.js';
import type { LogEntry } from '../shifts/present-shift.js';
import { findShift, nextShift } from '../shifts/shift.repository.js';
import type { ShiftRow } from '../shifts/shift.repository.js';
import { findHandover, insertHandover, projectHandover } from './handover.repository.js';

/** The most urgent matters; an office with more open than this has other worries than the list. */
const MATTERS = 200;

/** 交接班: the outgoing person signs by handing over, the incoming one by taking it; then the shift is handed over. */
@Injectable()
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly shifts: ShiftCommands,
    private readonly doors: SubjectDoors,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** What is open now: in cases, and in the shift's own log. */
  matters(tx: Tx): Promise<OpenMatter[]> {
    return this.doors.openMatters(tx, MATTERS);
  }

  /** Answers the id of the handover. 404, 403, 422. */
  async begin(shiftId: string, notes: string, user: RequestActor): Promise<string> {
    return this.inOne(async (tx, now) => {
      const row = await findShift(tx, shiftId);
      if (row === null) throw notFound('This shift');
      const next = await nextShift(tx, row);
      const id = newId();
      let entries: LogEntry[] = [];
      const computed = ({ subject }: Loaded): Facts => {
        entries = logOf(subject).filter(({ open }) => open);
        return next === null ? {} : { handoverId: id };
      };
      const command = { shiftId, name: 'hand-over', actor: actorOf(user), computed };
      const decision = await this.shifts.give(tx, command, now);
      if (decision === null) throw notFound('This shift');
      if (!decision.ok) throw refusalProblem(decision, user.locale);
      if (next !== null) await this.open(tx, id, row, next, { notes, entries, user, now });
      return id;
    });
  }

  /** The incoming person's signature. The outgoing one's own, repeated, changes nothing. */
  async sign(id: string, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const { loaded, row } = await this.lock(tx, id);
      const outgoing = loaded.subject.facts['outgoing'];
      if (Array.isArray(outgoing) && (outgoing as readonly unknown[]).includes(user.id)) return;
      await this.give(tx, loaded, 'sign', user, now);
      await this.shifts.give(
        tx,
        { shiftId: row.shiftId, name: 'settle-handover', actor: SYSTEM },
        now,
      );
      await this.passOn(tx, loaded, row.nextShiftId, now);
    });
  }

  async withdraw(id: string, user: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const { loaded, row } = await this.lock(tx, id);
      await this.give(tx, loaded, 'withdraw', user, now);
      await this.shifts.give(
        tx,
        { shiftId: row.shiftId, name: 'drop-handover', actor: SYSTEM },
        now,
      );
    });
  }

  private async open(
    tx: Tx,
    id: string,
    outgoing: ShiftRow,
    incoming: ShiftRow,
    context: {
      readonly notes: string;
      readonly entries: readonly LogEntry[];
      readonly user: RequestActor;
      readonly now: number;
    },
  ): Promise<void> {
    const { notes, entries, user, now } = context;
    const matters = await this.matters(tx);
    const params: Facts = {
      shiftId: outgoing.id,
      nextShiftId: incoming.id,
      outgoing: [outgoing.userId],
      incoming: [incoming.userId],
      notes: this.redactor.clean(notes),
      matters: matters.map(({ type, id: subjectId, ...matter }) => ({
        ...{ id: newId(), subjectType: type, subjectId },
        ...matter,
      })),
      entries: entries.map(({ at, byId, source, text }) => ({
        ...{ id: newId(), loggedAt: at, byId, source, text },
      })),
    };
    const command = { name: 'create', actor: actorOf(user), params, expectedVersion: null };
    const decision = await this.runtime.create(tx, 'handover', id, command, now);
    if (!decision.ok) throw refusalProblem(decision, user.locale);
    await insertHandover(tx, { id, shiftId: outgoing.id, nextShiftId: incoming.id }, now);
  }

  /** What the outgoing person has left open stands in the log of the incoming one. */
  private async passOn(
    tx: Tx,
    { subject }: Loaded,
    nextShiftId: string,
    now: number,
  ): Promise<void> {
    const { entries } = subject.facts;
    if (!Array.isArray(entries) || entries.length === 0) return;
    const rows = (entries as readonly Readonly<Record<string, unknown>>[]).map(
      ({ source, text }) => ({ id: newId(), source, text, open: true }),
    );
    const params = { entries: rows } as Facts;
    const command = {
      shiftId: nextShiftId,
      name: 'receive',
      actor: SYSTEM,
      computed: () => params,
    };
    await this.shifts.give(tx, command, now);
  }

  private async lock(tx: Tx, id: string) {
    const row = await findHandover(tx, id);
    const locked = await this.runtime.lock(
      tx,
      row === null ? [] : [id, row.shiftId, row.nextShiftId],
    );
    const loaded = locked.get(id);
    if (row === null || loaded === undefined) throw notFound('This handover');
    return { loaded, row };
  }

  private async give(
    tx: Tx,
    loaded: Loaded,
    name: 'sign' | 'withdraw',
    user: RequestActor,
    now: number,
  ): Promise<void> {
    const expectedVersion = loaded.subject.version;
    const command = { name, actor: actorOf(user), params: {}, expectedVersion };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) throw refusalProblem(decision, user.locale);
    await this.runtime.persist(tx, loaded, decision, now);
    await projectHandover(tx, decision.subject);
    await tellPages(tx, decision, now);
  }

  private async inOne<Result>(work: (tx: Tx, now: number) => Promise<Result>): Promise<Result> {
    const result = await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
    return result;
  }
}
