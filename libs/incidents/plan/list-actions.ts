import { readCursor, sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import { sightOf } from '../sight/sight.js';
import type { Reader } from '../sight/sight.js';
import type { Severity } from '../words.js';
import { readActionKey } from './action-key.js';
import type { ActionFilter, ActionScope } from './action.dto.js';

export interface StoredAction {
  readonly id: string;
  readonly incident_id: string;
  readonly number: string;
  readonly incident_title: string;
  readonly severity: Severity;
  readonly title: string;
  readonly kind: string | null;
  readonly unit_id: string | null;
  readonly owner_id: string | null;
  readonly due_at: Date;
  readonly status: string;
}

export interface ActionSearch {
  readonly scope: ActionScope;
  readonly state: ActionFilter;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Actions of the plans that somebody may know of. Reads one row more than asked, for `pageOf`. */
export async function listActions(
  tx: Tx,
  { scope, state, cursor, limit }: ActionSearch,
  reader: Reader,
): Promise<StoredAction[]> {
  const parameters: unknown[] = [];
  const bind = binderOf(parameters);
  const open = state === 'open';
  const conditions = [
    open ? "a.status = 'open' AND i.closed_at IS NULL" : "a.status <> 'open'",
    scopeCondition(scope, bind(reader.id), bind(reader.unitId)),
    sightOf(reader)?.('a.incident_id', bind) ?? 'true',
  ];
  const after = readActionKey(readCursor(cursor, 3));
  if (after !== null) {
    const [at, incidentId, id] = after.map(bind);
    conditions.push(
      `(a.due_at, a.incident_id, a.id) ${open ? '>' : '<'} (${at ?? ''}::timestamptz, ${incidentId ?? ''}::uuid, ${id ?? ''})`,
    );
  }
  const direction = open ? 'ASC' : 'DESC';
  return sql<StoredAction>(
    tx,
    `SELECT a.*, i.number, i.title AS incident_title, i.severity
     FROM incident_actions a JOIN incidents i ON i.id = a.incident_id
     WHERE ${conditions.join(' AND ')}
     ORDER BY a.due_at ${direction}, a.incident_id ${direction}, a.id ${direction}
     LIMIT ${bind(limit + 1)}`,
    parameters,
  );
}

/** Both places are always named, since a parameter that nothing names is an error. */
function scopeCondition(scope: ActionScope, me: string, unit: string): string {
  const own = `a.owner_id = ${me}::uuid`;
  const unitOwn = `a.unit_id = ${unit}::uuid`;
  switch (scope) {
    case 'mine':
      return `(${own} OR (${unitOwn} AND a.owner_id IS NULL))`;
    case 'unit':
      return `(${unitOwn} OR ${own})`;
    case 'all':
      return `(${own} OR ${unitOwn} OR true)`;
  }
}
