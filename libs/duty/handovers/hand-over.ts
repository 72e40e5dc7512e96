import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors, WorkflowRuntime, actorOf, refusalProblem } from '#workflow';
import type { Facts, Loaded, OpenMatter } from '#workflow';
import { ruleProblem } from '../rule-problem.js';
import type { RuleProblem } from '../rule-problem.js';
import { SYSTEM, ShiftCommands, tellPages } from '../shifts/shift-command.js';
import { logOf } from '../shifts/log.js';
import type { LogEntry } from '../shifts/log.js';
import { findShift, nextShift } from '../shifts/shift.repository.js';
import type { ShiftRow } from '../shifts/shift.repository.js';
import { findHandover, insertHandover, projectHandover } from './handover.repository.js';

/** The most urgent matters; an office with more open than this has other worries than the list. */
const MATTERS = 200;

const NOT_NEXT: RuleProblem = {
  path: '',
  code: 'handover.not-next',
  message: {
    zh: '值班表已变动，由别人接班；请交班人撤回后重新交班',
    en: 'The rota has changed, somebody else takes over; withdraw it and hand over again',
  },
};

const isAmong = (people: unknown, userId: string): boolean =>
  Array.isArray(people) && (people as readonly unknown[]).includes(userId);

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
      const { loaded, row, outgoing, incoming } = await this.lock(tx, id);
      const { facts } = loaded.subject;
      // Whoever follows themselves signs for both.
      if (isAmong(facts['outgoing'], user.id) && !isAmong(facts['incoming'], user.id)) return;
      if (incoming.subject.state === 'cancelled') throw ruleProblem([NOT_NEXT], user.locale);
      await this.give(tx, loaded, 'sign', user, now);
      // Whoever has gone without waiting for this signature has passed everything on by going.
      if (outgoing.subject.state === 'on-duty')
        await this.shifts.passOn(tx, outgoing.subject, row.nextShiftId, now);
      await this.shifts.give(
        tx,
        { shiftId: row.shiftId, name: 'settle-handover', actor: SYSTEM },
        now,
      );
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

  private async lock(tx: Tx, id: string) {
    const row = await findHandover(tx, id);
    const locked = await this.runtime.lock(
      tx,
      row === null ? [] : [id, row.shiftId, row.nextShiftId],
    );
    const loaded = locked.get(id);
    const outgoing = locked.get(row?.shiftId ?? '');
    const incoming = locked.get(row?.nextShiftId ?? '');
    if (row === null || !loaded || !outgoing || !incoming) throw notFound('This handover');
    return { loaded, row, outgoing, incoming };
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
