import { QueryFailedError } from 'typeorm';
import { ProblemError, invalid, pageOf, readCursor, sql } from '#platform';
import type { Page, Tx } from '#platform';
import { NO_SUCH_UNIT } from '../core/unit-rules.js';
import { UnitEntity } from './unit.entity.js';

/** Changes of the tree of units happen one after another, so that two of them cannot make a circle together. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql(tx, 'LOCK TABLE units IN SHARE ROW EXCLUSIVE MODE');
}

export async function listUnits(
  tx: Tx,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<UnitEntity>> {
  const [after] = readCursor(cursor, 1) ?? [];
  const query = tx
    .createQueryBuilder(UnitEntity, 'n')
    .orderBy('n.code')
    .limit(limit + 1);
  if (after !== undefined) query.andWhere('n.code > :after', { after });
  return pageOf(await query.getMany(), limit, (unit) => [unit.code]);
}

/** A field that names a unit must name one that exists. */
export async function requireUnit(
  tx: Tx,
  id: string | null | undefined,
  path: string,
): Promise<void> {
  if (id === null || id === undefined) return;
  const exists = await tx.existsBy(UnitEntity, { id });
  if (!exists) throw invalid([{ path, message: NO_SUCH_UNIT }]);
}

/** Adds a unit. A code that is taken is a 409 `unit.exists`. */
export async function insertUnit(tx: Tx, unit: UnitEntity): Promise<void> {
  try {
    await tx.insert(UnitEntity, unit);
  } catch (error) {
    if (isCodeTaken(error)) {
      throw new ProblemError(409, 'unit.exists', 'Another unit already has this code.');
    }
    throw error;
  }
}

function isCodeTaken(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { constraint } = error.driverError as { constraint?: unknown };
  return constraint === 'units_code_key';
}
