import { Injectable } from '@nestjs/common';
import { EscalationPolicies, deadlinesOf, presentDeadline } from '#escalation';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import { DeadlineBook, Definitions, allowedCommands, readSubject, readSubjects } from '#workflow';
import type { Actor, Subject } from '#workflow';
import { DutyPolicy } from '../duty-policy.js';
import { People } from '../people.js';
import { signInOpens } from '../roster/shift-times.js';
import { listSchedules } from '../schedules/schedule.repository.js';
import { iso, isoOrNull } from '../windows.js';
import { logOf } from './log.js';
import { findAnyShift } from './planned-shifts.js';
import type { LogEntryView, NeighbourView, ShiftDetail, ShiftView } from './shift.dto.js';
import { nextShift, previousShift } from './shift.repository.js';
import type { ShiftRow } from './shift.repository.js';

const CHECK = 'shift-check';

/** Turns shifts into what people see. */
@Injectable()
export class ShiftPresenter {
  constructor(
    private readonly policy: DutyPolicy,
    private readonly policies: EscalationPolicies,
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Any number, in a fixed number of queries. */
  async list(tx: Tx, rows: readonly ShiftRow[], reader: Actor): Promise<ShiftView[]> {
    const made = rows.filter(({ version }) => version > 0).map(({ id }) => id);
    const subjects = await readSubjects(tx, made, this.definitions);
    const allowed = new Map(
      subjects.map(({ subject, definition }) => [
        subject.id,
        this.allowed(definition, subject, reader),
      ]),
    );
    return this.views(tx, rows, (id) => allowed.get(id) ?? []);
  }

  /** One, with its log, spot checks and neighbours. 404 when there is none. */
  async detail(tx: Tx, id: string, reader: Actor): Promise<ShiftDetail> {
    const row = await findAnyShift(tx, id, this.policy);
    if (row === null) throw notFound('This shift');
    const loaded = await readSubject(tx, id, this.definitions, this.book);
    const allowed = loaded === null ? [] : this.allowed(loaded.definition, loaded.subject, reader);
    const [view] = await this.views(tx, [row], () => allowed);
    if (view === undefined) throw notFound('This shift');
    const deadlines = await deadlinesOf(tx, id);
    const now = this.clock.now();
    const checks = deadlines
      .filter(({ clock }) => clock === CHECK)
      .map((deadline) => ({
        askedAt: iso(deadline.startedAt),
        answerBy: isoOrNull(deadline.dueAt),
        answeredAt: deadline.stoppedBy === 'check-answered' ? isoOrNull(deadline.stoppedAt) : null,
        waits: deadline.state !== 'stopped',
      }));
    const timers = new Set(this.policies.timers());
    return {
      ...view,
      log: await this.log(tx, loaded?.subject),
      check: checks.filter(({ waits }) => waits).map(withoutWaits)[0] ?? null,
      checks: checks.map(withoutWaits),
      previous: await this.neighbour(tx, await previousShift(tx, row)),
      next: await this.neighbour(tx, await nextShift(tx, row)),
      deadlines: deadlines
        .filter(({ state, clock }) => state !== 'stopped' && !timers.has(clock))
        .map((deadline) => presentDeadline(deadline, this.policies, now)),
    };
  }

  private allowed(
    definition: Parameters<typeof allowedCommands>[0],
    subject: Subject,
    reader: Actor,
  ): string[] {
    return allowedCommands(definition, subject, reader, this.clock.now())
      .filter(({ needs }) => needs.length === 0)
      .map(({ command }) => command);
  }

  private async views(
    tx: Tx,
    rows: readonly ShiftRow[],
    allowed: (id: string) => string[],
  ): Promise<ShiftView[]> {
    const named = await this.people.named(
      tx,
      rows.map(({ userId }) => userId),
    );
    const schedules = new Map((await listSchedules(tx)).map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      id: row.id,
      scheduleId: row.scheduleId,
      scheduleName: schedules.get(row.scheduleId) ?? '',
      position: row.position,
      user: named(row.userId),
      from: iso(row.from),
      to: iso(row.to),
      via: row.via,
      state: row.state,
      version: row.version,
      signInFrom: iso(signInOpens(row, this.policy.shift)),
      signInBy: iso(row.from + this.policy.shift.signIn.closes),
      signedInAt: isoOrNull(row.signedInAt),
      late: row.late,
      signedOutAt: isoOrNull(row.signedOutAt),
      handoverId: row.handoverId,
      allowed: allowed(row.id),
    }));
  }

  private async log(tx: Tx, subject: Subject | undefined): Promise<LogEntryView[]> {
    const entries = logOf(subject);
    const named = await this.people.named(
      tx,
      entries.map(({ byId }) => byId),
    );
    return entries.map(({ id, at, byId, source, text, outcome, open }) => ({
      ...{ id, source, text, outcome, open },
      at: iso(at),
      by: byId === null ? null : named(byId),
    }));
  }

  private async neighbour(tx: Tx, row: ShiftRow | null): Promise<NeighbourView | null> {
    if (row === null) return null;
    const named = await this.people.named(tx, [row.userId]);
    return { id: row.id, user: named(row.userId), from: iso(row.from) };
  }
}

const withoutWaits = ({ askedAt, answerBy, answeredAt }: ShiftDetail['checks'][number]) => ({
  askedAt,
  answerBy,
  answeredAt,
});
