import type { OrganisationUnit } from '../../../api/people-types';

export interface Placed {
  readonly unit: OrganisationUnit;
  /** 0 for a unit with none above. */
  readonly depth: number;
}

/** Every unit once, each below its parent, siblings by code as the server gives them. */
export function treeOf(units: readonly OrganisationUnit[]): readonly Placed[] {
  const known = new Set(units.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): readonly Placed[] =>
    units
      .filter((unit) => parentIn(unit, known) === parentId)
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** A parent that is not in the list counts as none, so that nothing is lost from sight. */
function parentIn({ parentId }: OrganisationUnit, known: ReadonlySet<string>): string | null {
  return parentId !== null && known.has(parentId) ? parentId : null;
}

/** Units that may stand above this one: not itself, and none below it. */
export function parentsFor(
  units: readonly OrganisationUnit[],
  id: string | null,
): readonly OrganisationUnit[] {
  const barred = new Set(id === null ? [] : [id]);
  for (const { unit } of treeOf(units)) {
    if (unit.parentId !== null && barred.has(unit.parentId)) barred.add(unit.id);
  }
  return units.filter((unit) => !barred.has(unit.id));
}
