import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type {
  Actor,
  OpenMatter,
  Person,
  Sight,
  SubjectDoor,
  SubjectName,
  WaitingMatter,
} from '#workflow';
import { GiveReleaseCommand } from './commands/give-command.js';
import { IN_REVIEW } from './core/index.js';
import { listReleases } from './list/list-releases.js';
import { circlesOf, sightOf } from './sight.js';
import { SYSTEM } from './system.js';

/** What a release is called: the number of its incident, or else whose it is, and its title. */
const NAMES = `SELECT r.id, coalesce(i.number, u.name) AS number, r.title, r.state, r.severity
  FROM releases r JOIN units u ON u.id = r.unit_id LEFT JOIN incidents i ON i.id = r.incident_id`;

/** What other libs may ask of releases without knowing them. */
@Injectable()
export class ReleaseDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly commands: GiveReleaseCommand,
    private readonly doors: SubjectDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register('release', this);
  }

  async actOnTime(tx: Tx, releaseId: string, name: string, now: number): Promise<void> {
    const command = { releaseId, name, actor: SYSTEM, expectedVersion: null, body: {} };
    await this.commands.within(tx, command, now);
  }

  /** What waits for a review, or to go out. */
  async openMatters(tx: Tx, limit: number): Promise<OpenMatter[]> {
    const rows = await sql<Omit<OpenMatter, 'type' | 'dueAt'> & { due_at: Date | null }>(
      tx,
      `SELECT n.*, d.due_at FROM (${NAMES}) n LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM deadlines
         WHERE subject_id = n.id AND state = 'running') d ON true
       WHERE n.state = ANY($1) ORDER BY d.due_at NULLS LAST, n.id LIMIT $2`,
      [[...IN_REVIEW, 'approved'], limit],
    );
    return rows.map(({ due_at, ...row }) => ({
      ...row,
      type: 'release',
      dueAt: due_at?.getTime() ?? null,
    }));
  }

  /** Texts whose review is theirs. */
  async waitingFor(tx: Tx, actor: Person, limit: number): Promise<WaitingMatter[]> {
    const search = {
      ...{ states: [...IN_REVIEW], incidentId: null, waiting: true, mine: false, after: null },
      limit,
    };
    const rows = await listReleases(tx, search, actor);
    return rows.slice(0, limit).map(({ id, title, updatedAt }) => ({
      ...{ type: 'release', id, title, since: updatedAt.getTime() },
    }));
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<SubjectName & { id: string }>(tx, `${NAMES} WHERE r.id = ANY($1)`, [
      ids,
    ]);
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  sightOf(actor: Actor): Sight | null {
    return sightOf(actor);
  }

  circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    return circlesOf(tx, ids);
  }
}
