import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { EscalationPolicies, gradesOf, laddersAt } from '#escalation';
import { Notifier } from '#notify';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Accepted, OpenMatter, SubjectDoor, SubjectName } from '#workflow';
import { SYSTEM, ShiftCommands } from './shift-command.js';
import { findShift, nextShift } from './shift.repository.js';
import type { ShiftRow } from './shift.repository.js';

/** What other libs may ask of shifts without knowing them. */
@Injectable()
export class ShiftDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly commands: ShiftCommands,
    private readonly doors: SubjectDoors,
    private readonly notifier: Notifier,
    private readonly policies: EscalationPolicies,
  ) {}

  onModuleInit(): void {
    this.doors.register('shift', this);
  }

  /** A shift is not taken over by taking its escalation. */
  acknowledgeIfWaiting(): Promise<void> {
    return Promise.resolve();
  }

  async actOnTime(tx: Tx, shiftId: string, name: string, now: number): Promise<void> {
    const decision = await this.commands.give(tx, { shiftId, name, actor: SYSTEM }, now);
    if (decision?.ok !== true) return;
    const shift = await findShift(tx, shiftId);
    if (shift !== null && name === 'begin') await this.handOn(tx, shift, now);
    if (shift !== null && name === 'lapse') await this.leave(tx, shift, decision, now);
  }

  openMatters(): Promise<OpenMatter[]> {
    return Promise.resolve([]);
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<{ id: string; number: string; title: string }>(
      tx,
      `SELECT s.id, c.name AS number,
         u.name || ' ' || to_char(s.starts_at AT TIME ZONE (v.rules->>'timeZone'), 'YYYY-MM-DD HH24:MI') AS title
       FROM shifts s JOIN schedules c ON c.id = s.schedule_id JOIN users u ON u.id = s.user_id
         JOIN schedule_versions v ON v.schedule_id = c.id AND v.version = c.version
       WHERE s.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  /** Nobody has handed it over, and nobody will: what is open must not stay behind. */
  private async leave(tx: Tx, shift: ShiftRow, { subject }: Accepted, now: number): Promise<void> {
    const next = await nextShift(tx, shift);
    if (next !== null) await this.commands.passOn(tx, subject, next.id, now);
  }

  /** Whoever comes on duty while a ladder climbs through their position hears of it: nothing is lost at eight o'clock. */
  private async handOn(tx: Tx, shift: ShiftRow, now: number): Promise<void> {
    const ladders = await laddersAt(tx, `on-duty:${shift.position}`);
    const grades = await gradesOf(
      tx,
      ladders.map(({ deadlineId }) => deadlineId),
    );
    const notifications = ladders.map(({ id, clock, ladder, deadlineId, ...subject }) => ({
      cause: `handed-on:${id}:${shift.id}`,
      userIds: [shift.userId],
      topic: 'escalation.handed-on',
      subjectType: subject.subjectType,
      subjectId: subject.subjectId,
      escalationId: id,
      severity: grades.get(deadlineId) ?? 'unrated',
      data: { clock, title: this.policies.titleOf(clock), ladder },
    }));
    await this.notifier.tell(tx, notifications, now);
  }
}
