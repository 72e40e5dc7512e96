import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { OpenMatter, SubjectDoor, SubjectName } from '#workflow';
import { SYSTEM } from '../shifts/shift-command.js';
import { SwapDuty } from './swap-duty.js';

/** What other libs may ask of swaps without knowing them. */
@Injectable()
export class SwapDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly swaps: SwapDuty,
    private readonly doors: SubjectDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register('swap', this);
  }

  acknowledgeIfWaiting(): Promise<void> {
    return Promise.resolve();
  }

  async actOnTime(tx: Tx, id: string, name: string, now: number): Promise<void> {
    await this.swaps.actOnTime(tx, id, name, SYSTEM, now);
  }

  openMatters(): Promise<OpenMatter[]> {
    return Promise.resolve([]);
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<{ id: string; number: string; title: string }>(
      tx,
      `SELECT s.id, c.name AS number,
         u.name || ' ' || to_char(s.starts_at AT TIME ZONE (v.rules->>'timeZone'), 'YYYY-MM-DD HH24:MI') AS title
       FROM swaps s JOIN schedules c ON c.id = s.schedule_id JOIN users u ON u.id = s.offered_by
         JOIN schedule_versions v ON v.schedule_id = c.id AND v.version = c.version
       WHERE s.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }
}
