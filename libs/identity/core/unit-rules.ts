/** What configuration and records call a unit. */
export const UNIT_CODE = /^[\p{Script=Han}A-Za-z0-9._-]{1,40}$/u;
export const UNIT_CODE_RULE = {
  zh: '应为 1 至 40 个字符：字母、数字、汉字、点、连字符或下划线',
  en: 'must be 1 to 40 characters: letters a–z, digits, Chinese characters, dot, hyphen or underscore',
};
export const UNIT_NAME_MAX = 80;
export const NO_SUCH_UNIT = { zh: '没有这个单位', en: 'no unit has this id' };
export const CIRCLE = {
  zh: '上级不能是它自己，也不能是它的下级',
  en: 'must not be the unit itself or one below it',
};

/** Whether putting a unit under `parentId` would make it its own ancestor. `parents`: each unit's parent. */
export function wouldCircle(
  unitId: string,
  parentId: string | null,
  parents: ReadonlyMap<string, string | null>,
): boolean {
  const seen = new Set([unitId]);
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
    if (seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}
