import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Actor, SubjectDoor, SubjectName } from '#workflow';
import { ExecuteCommand } from './commands/execute-command.js';

/** What other libs may ask of incidents without knowing them. */
@Injectable()
export class IncidentDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly commands: ExecuteCommand,
    private readonly doors: SubjectDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register('incident', this);
  }

  async acknowledgeIfWaiting(
    tx: Tx,
    incidentId: string,
    actor: Actor,
    note: string | null,
    now: number,
  ): Promise<void> {
    const body = note === null ? {} : { note };
    // A refusal is an answer here: it was acknowledged before, or is not at that point of its life.
    await this.commands.within(
      tx,
      { incidentId, name: 'acknowledge', actor, expectedVersion: null, body },
      now,
    );
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<SubjectName & { id: string }>(
      tx,
      'SELECT id, number, title FROM incidents WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }
}
