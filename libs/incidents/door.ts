import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock, sql } from '#platform';
import type { Tx } from '#platform';
import { Definitions, SubjectDoors } from '#workflow';
import type {
  Actor,
  OpenMatter,
  Person,
  Sight,
  SubjectDoor,
  SubjectName,
  WaitingMatter,
} from '#workflow';
import { ExecuteCommand, SYSTEM } from './commands/execute-command.js';
import { waitingJudgements } from './judgement/waiting-judgements.js';
import { circlesOf, sightOf } from './sight/sight.js';

/** What other libs may ask of incidents without knowing them. */
@Injectable()
export class IncidentDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly commands: ExecuteCommand,
    private readonly doors: SubjectDoors,
    private readonly definitions: Definitions,
    private readonly clock: Clock,
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

  async actOnTime(tx: Tx, incidentId: string, name: string, now: number): Promise<void> {
    const command = { incidentId, name, actor: SYSTEM, expectedVersion: null, body: {} };
    await this.commands.within(tx, command, now);
  }

  async openMatters(tx: Tx, limit: number): Promise<OpenMatter[]> {
    const rows = await sql<Omit<OpenMatter, 'type' | 'dueAt'> & { due_at: Date | null }>(
      tx,
      `SELECT i.id, i.number, i.title, i.state, i.severity, d.due_at FROM incidents i
       LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM deadlines
         WHERE subject_id = i.id AND state = 'running') d ON true
       WHERE i.closed_at IS NULL ORDER BY d.due_at NULLS LAST, i.id LIMIT $1`,
      [limit],
    );
    return rows.map(({ due_at, ...row }) => ({
      ...row,
      type: 'incident',
      dueAt: due_at?.getTime() ?? null,
    }));
  }

  waitingFor(tx: Tx, actor: Person, limit: number): Promise<WaitingMatter[]> {
    return waitingJudgements(tx, this.definitions, actor, { now: this.clock.now(), limit });
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<SubjectName & { id: string }>(
      tx,
      'SELECT id, number, title FROM incidents WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  sightOf(actor: Actor): Sight | null {
    return sightOf(actor);
  }

  circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    return circlesOf(tx, ids);
  }
}
