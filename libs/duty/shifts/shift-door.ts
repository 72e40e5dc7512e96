import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { laddersAt } from '#escalation';
import { notifyInApp } from '#notify';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { OpenMatter, SubjectDoor, SubjectName } from '#workflow';
import { SYSTEM, ShiftCommands } from './shift-command.js';
import { findShift } from './shift.repository.js';
import type { ShiftRow } from './shift.repository.js';

/** What other libs may ask of shifts without knowing them. */
@Injectable()
export class ShiftDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly commands: ShiftCommands,
    private readonly doors: SubjectDoors,
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
    if (decision?.ok !== true || name !== 'begin') return;
    const shift = await findShift(tx, shiftId);
    if (shift !== null) await handOn(tx, shift, now);
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
}

/** Whoever comes on duty while a ladder climbs through their position hears of it: nothing is lost at eight o'clock. */
async function handOn(tx: Tx, shift: ShiftRow, now: number): Promise<void> {
  const ladders = await laddersAt(tx, `on-duty:${shift.position}`);
  const notifications = ladders.map((ladder) => ({
    cause: `handed-on:${ladder.id}:${shift.id}`,
    userIds: [shift.userId],
    topic: 'escalation.handed-on',
    subjectType: ladder.subjectType,
    subjectId: ladder.subjectId,
    escalationId: ladder.id,
    data: { clock: ladder.clock, ladder: ladder.ladder },
  }));
  await notifyInApp(tx, notifications, now);
}
