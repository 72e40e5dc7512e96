import { sql } from '#platform';
import type { Tx } from '#platform';
import { responsibilityOf } from '#registers';
import type { Category, ResponsibleUnit } from '../core/index.js';

/** The unit that usually answers for a category, and why it is suggested; null when nobody knows one. */
export async function responsibleFor(
  tx: Tx,
  code: string,
  categories: readonly Category[],
): Promise<ResponsibleUnit | null> {
  const category = categories.find((known) => known.code === code);
  const named = { zh: category?.zh ?? code, en: category?.en ?? code };
  const registered = await responsibilityOf(tx, code);
  if (registered !== null) {
    const name = await unitName(tx, 'id::text', registered.unitId);
    const note = registered.note === null ? { zh: '', en: '' } : noted(registered.note);
    return (
      name && {
        ...name,
        why: {
          zh: `责任分解表：“${named.zh}”由${name.name}负责${note.zh}`,
          en: `Register of responsibilities: ${name.name} answers for “${named.en}”${note.en}`,
        },
      }
    );
  }
  if (category === undefined) return null;
  const name = await unitName(tx, 'code', category.ownerUnit);
  return (
    name && {
      ...name,
      why: {
        zh: `类别“${named.zh}”通常由${name.name}负责（责任分解表中没有登记）`,
        en: `${name.name} usually answers for “${named.en}” (not in the register of responsibilities)`,
      },
    }
  );
}

const noted = (note: string): { zh: string; en: string } => ({
  zh: `（${note}）`,
  en: ` (${note})`,
});

async function unitName(
  tx: Tx,
  column: 'id::text' | 'code',
  value: string,
): Promise<{ unitId: string; name: string } | null> {
  const [row] = await sql<{ id: string; name: string }>(
    tx,
    `SELECT id, name FROM units WHERE ${column} = $1`,
    [value],
  );
  return row === undefined ? null : { unitId: row.id, name: row.name };
}
