import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Actor, Person, Sight, SubjectDoor, SubjectName, WaitingMatter } from '#workflow';
import { instructionSight } from './instruction-sight.js';

/** As much of an instruction as a line has room for. */
const TITLE_LENGTH = 40;

/** What other libs may ask of instructions without knowing them. */
@Injectable()
export class InstructionDoor implements SubjectDoor, OnModuleInit {
  constructor(private readonly doors: SubjectDoors) {}

  onModuleInit(): void {
    this.doors.register('instruction', this);
  }

  /** It has no number and no title; whose it is, and how it begins, tells it from others. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<{ id: string; number: string; text: string }>(
      tx,
      `SELECT i.id, u.name AS number, i.text FROM instructions i JOIN units u ON u.id = i.unit_id
       WHERE i.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, number, text }) => [id, { number, title: beginningOf(text) }]));
  }

  /** What was reported as done, and by somebody else, waits for any leader. */
  async waitingFor(tx: Tx, { id, roles }: Person, limit: number): Promise<WaitingMatter[]> {
    if (!roles.includes('leader')) return [];
    const rows = await sql<{ id: string; text: string; since: Date }>(
      tx,
      `SELECT id, text, completed_at AS since FROM instructions
       WHERE state = 'done' AND completed_by IS DISTINCT FROM $1::uuid ORDER BY since, id LIMIT $2`,
      [id, limit],
    );
    return rows.map((row) => ({
      ...{ type: 'instruction', id: row.id, title: beginningOf(row.text) },
      since: row.since.getTime(),
    }));
  }

  sightOf(actor: Actor): Sight | null {
    return instructionSight(actor);
  }

  async circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const rows = await sql<{ id: string; unit_id: string }>(
      tx,
      'SELECT id, unit_id FROM instructions WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, unit_id }) => [id, [unit_id]]));
  }
}

/** In one line, cut between characters. */
function beginningOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return characters.length <= TITLE_LENGTH
    ? characters.join('')
    : `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`;
}
