import { invalid, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { CIRCLE, NO_SUCH_UNIT, wouldCircle } from '../core/unit-rules.js';
import { record } from '../record.js';
import type { Deed } from '../record.js';
import { UnitEntity } from './unit.entity.js';
import { insertUnit, lockTree, requireUnit } from './units.repository.js';

export interface NewUnit {
  readonly code?: string;
  readonly name: string;
  readonly parentId?: string | null;
}

export async function createUnit(tx: Tx, deed: Deed, input: NewUnit): Promise<UnitEntity> {
  await requireUnit(tx, input.parentId, 'parentId');
  const id = newId();
  const unit = Object.assign(new UnitEntity(), {
    id,
    // The last 8 digits of a UUIDv7 are random; its first ones are the time.
    code: input.code ?? `unit-${id.slice(-8)}`,
    name: input.name.trim(),
    parentId: input.parentId ?? null,
    isDutyOffice: false,
    createdAt: new Date(deed.at),
  });
  await insertUnit(tx, unit);
  await record(tx, deed, id, {
    subjectType: 'unit',
    type: 'unit.created',
    data: { code: unit.code, parentId: unit.parentId },
  });
  return unit;
}

export interface UnitChanges {
  readonly name?: string;
  readonly parentId?: string | null;
  readonly isDutyOffice?: boolean;
}

export async function updateUnit(
  tx: Tx,
  deed: Deed,
  id: string,
  changes: UnitChanges,
): Promise<UnitEntity> {
  await lockTree(tx);
  const units = await tx.find(UnitEntity);
  const unit = units.find((one) => one.id === id);
  if (unit === undefined) throw notFound('The unit');
  rejectWrongParent(units, id, changes.parentId ?? null);
  return applyToUnit(tx, deed, unit, changes);
}

function rejectWrongParent(
  units: readonly UnitEntity[],
  id: string,
  parentId: string | null,
): void {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  if (parentId !== null && !parents.has(parentId)) {
    throw invalid([{ path: 'parentId', message: NO_SUCH_UNIT }]);
  }
  if (wouldCircle(id, parentId, parents)) {
    throw invalid([{ path: 'parentId', message: CIRCLE }]);
  }
}

/** Writes what differs, and tells the timeline; nothing when nothing does. */
export async function applyToUnit(
  tx: Tx,
  deed: Deed,
  unit: UnitEntity,
  changes: UnitChanges,
): Promise<UnitEntity> {
  const { name = unit.name, parentId = unit.parentId, isDutyOffice = unit.isDutyOffice } = changes;
  const next = { name: name.trim(), parentId, isDutyOffice };
  const data = {
    ...(next.name !== unit.name && { name: next.name }),
    ...(parentId !== unit.parentId && { parentId }),
    ...(isDutyOffice !== unit.isDutyOffice && { isDutyOffice }),
  };
  if (Object.keys(data).length === 0) return unit;
  await tx.update(UnitEntity, { id: unit.id }, next);
  await record(tx, deed, unit.id, { subjectType: 'unit', type: 'unit.changed', data });
  return Object.assign(unit, next);
}
