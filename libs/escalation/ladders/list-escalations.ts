import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import type { SubjectSight } from '#workflow';
import type { EscalationState } from './escalation.dto.js';
import type { EscalationRow } from './escalation-row.js';
import { toEscalation } from './escalation.repository.js';
import type { StoredEscalation, TakenStep } from './escalation.repository.js';

export interface EscalationSearch {
  readonly state: EscalationState | undefined;
  readonly subjectId: string | undefined;
  /** Only what concerns this person: what reached them, and with `seesActive` also all that is active. */
  readonly concerning: { readonly userId: string; readonly seesActive: boolean } | undefined;
  readonly after: MomentKey | null;
  readonly limit: number;
  /** Of which subjects the reader may know. */
  readonly sight: SubjectSight;
}

/**
 * Ladders, the newest first. Reads one row more than asked, for `pageOf`. Whom a ladder reached is looked up among
 * the notifications: a step writes both in one transaction, and they are indexed by person.
 */
export async function listEscalations(tx: Tx, search: EscalationSearch): Promise<EscalationRow[]> {
  const parameters: unknown[] = [
    search.state ?? null,
    search.subjectId ?? null,
    search.concerning?.userId ?? null,
    search.concerning?.seesActive ?? false,
    search.after?.at ?? null,
    search.after?.id ?? null,
    search.limit + 1,
  ];
  const seen = search.sight({ type: 'subject_type', id: 'subject_id' }, binderOf(parameters));
  const rows = await sql<StoredEscalation>(
    tx,
    `SELECT * FROM escalations
     WHERE ($1::text IS NULL OR state = $1)
       AND ($2::uuid IS NULL OR subject_id = $2)
       AND ($3::uuid IS NULL OR ($4 AND state = 'active') OR id IN (
         SELECT escalation_id FROM notifications WHERE user_id = $3 AND escalation_id IS NOT NULL))
       AND ($5::timestamptz IS NULL OR (started_at, id) < ($5, $6::uuid))
       AND ${seen}
     ORDER BY started_at DESC, id DESC LIMIT $7`,
    parameters,
  );
  return rows.map(toEscalation);
}

export async function findEscalation(tx: Tx, id: string): Promise<EscalationRow | null> {
  const [row] = await sql<StoredEscalation>(tx, 'SELECT * FROM escalations WHERE id = $1', [id]);
  return row === undefined ? null : toEscalation(row);
}

type StoredStep = Omit<TakenStep, 'dueAt' | 'at'> & { readonly dueAt: Date; readonly at: Date };

/** The steps that a ladder took, oldest first. */
export async function stepsOf(tx: Tx, escalationId: string): Promise<TakenStep[]> {
  const rows = await sql<StoredStep>(
    tx,
    `SELECT escalation_id AS "escalationId", ordinal, round, step, targets, reached, due_at AS "dueAt", at
     FROM escalation_steps WHERE escalation_id = $1 ORDER BY ordinal`,
    [escalationId],
  );
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime(), at: row.at.getTime() }));
}
