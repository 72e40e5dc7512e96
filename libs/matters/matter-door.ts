import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Actor, Person, Sight, SubjectDoor, SubjectName, WaitingMatter } from '#workflow';
import { ManageMatters } from './manage-matters.js';
import { matterSight } from './matter-sight.js';

/** What other libs may ask of matters without knowing them. */
@Injectable()
export class MatterDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly matters: ManageMatters,
    private readonly doors: SubjectDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register('matter', this);
  }

  async actOnTime(tx: Tx, id: string, name: string, now: number): Promise<void> {
    await this.matters.actOnTime(tx, id, name, now);
  }

  /** What the duty office has not received yet (config/workflows/matter.yaml, receive). */
  async waitingFor(tx: Tx, { roles }: Person, limit: number): Promise<WaitingMatter[]> {
    if (!roles.includes('officer') && !roles.includes('leader')) return [];
    const rows = await sql<{ id: string; title: string; since: Date }>(
      tx,
      `SELECT id, title, updated_at AS since FROM matters WHERE state = 'reported'
       ORDER BY since, id LIMIT $1`,
      [limit],
    );
    return rows.map(({ since, ...row }) => ({ ...row, type: 'matter', since: since.getTime() }));
  }

  /** A matter has no number; whose it is tells it from others of the same name. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<SubjectName & { id: string }>(
      tx,
      `SELECT m.id, u.name AS number, m.title FROM matters m JOIN units u ON u.id = m.unit_id
       WHERE m.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  sightOf(actor: Actor): Sight {
    return matterSight(actor);
  }

  async circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const rows = await sql<{ id: string; unit_id: string }>(
      tx,
      'SELECT id, unit_id FROM matters WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, unit_id }) => [id, [unit_id]]));
  }
}
