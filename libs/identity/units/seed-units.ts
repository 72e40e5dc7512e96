import type { Tx } from '#platform';
import type { Deed } from '../record.js';
import { applyToUnit, createUnit } from './change-units.js';
import { UnitEntity } from './unit.entity.js';
import { lockTree } from './units.repository.js';

/** A unit as the organisation's configuration declares it. */
export interface DeclaredUnit {
  readonly code: string;
  readonly name: string;
  /** The code of the unit above. */
  readonly parent?: string;
}

/**
 * Brings the units in line with the configuration, by their codes: adds what is new, renames and moves what is known.
 * It deletes nothing, since cases point to units. Doing it again changes nothing.
 */
export async function seedUnits(
  tx: Tx,
  deed: Deed,
  declared: readonly DeclaredUnit[],
  dutyOffice: string,
): Promise<void> {
  await lockTree(tx);
  const known = new Map((await tx.find(UnitEntity)).map((unit) => [unit.code, unit]));
  for (const { code, name } of declared) {
    if (!known.has(code)) known.set(code, await createUnit(tx, deed, { code, name }));
  }
  // Only one unit may be the duty office, so the old one steps back first.
  for (const unit of known.values()) {
    if (unit.isDutyOffice && unit.code !== dutyOffice) {
      await applyToUnit(tx, deed, unit, { isDutyOffice: false });
    }
  }
  for (const { code, name, parent } of declared) {
    const unit = known.get(code);
    const parentId = parent === undefined ? null : (known.get(parent)?.id ?? null);
    if (unit !== undefined) {
      await applyToUnit(tx, deed, unit, { name, parentId, isDutyOffice: code === dutyOffice });
    }
  }
}
