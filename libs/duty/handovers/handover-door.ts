import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { OpenMatter, SubjectDoor, SubjectName } from '#workflow';

/** What other libs may ask of handovers without knowing them. */
@Injectable()
export class HandoverDoor implements SubjectDoor, OnModuleInit {
  constructor(private readonly doors: SubjectDoors) {}

  onModuleInit(): void {
    this.doors.register('handover', this);
  }

  acknowledgeIfWaiting(): Promise<void> {
    return Promise.resolve();
  }

  /** A handover has no timers. */
  actOnTime(): Promise<void> {
    return Promise.resolve();
  }

  openMatters(): Promise<OpenMatter[]> {
    return Promise.resolve([]);
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<{ id: string; number: string; title: string }>(
      tx,
      `SELECT h.id, c.name AS number,
         a.name || ' → ' || b.name || ' ' ||
           to_char(s.ends_at AT TIME ZONE (v.rules->>'timeZone'), 'YYYY-MM-DD HH24:MI') AS title
       FROM handovers h JOIN shifts s ON s.id = h.shift_id JOIN shifts n ON n.id = h.next_shift_id
         JOIN users a ON a.id = s.user_id JOIN users b ON b.id = n.user_id
         JOIN schedules c ON c.id = s.schedule_id
         JOIN schedule_versions v ON v.schedule_id = c.id AND v.version = c.version
       WHERE h.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }
}
