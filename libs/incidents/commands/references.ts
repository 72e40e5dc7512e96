import type { Tx } from '#platform';
import { sql } from '#platform';
import type { Facts, Reason } from '#workflow';

type Reference = readonly [path: string, id: string];

/** What a command names must exist: people, units, files of this very incident. One reason for each that does not. */
export async function danglingReferences(
  tx: Tx,
  incidentId: string,
  params: Facts,
): Promise<Reason[]> {
  const rows = rowsOf(params);
  const units = [
    ...referenced(params, 'unitId'),
    // One field on the screen, so the message stands there.
    ...listed(params, 'unitIds').map(([, id]): Reference => ['unitIds', id]),
    ...rows.flatMap(inRow('unitId')),
  ];
  const users = [
    ...referenced(params, 'userId'),
    ...referenced(params, 'ownerId'),
    ...rows.flatMap(inRow('ownerId')),
    ...listed(params, 'mentionIds'),
  ];
  const files = rows.flatMap(inRow('attachmentId'));
  if (units.length + users.length + files.length === 0) return [];
  const found = await sql<{ id: string }>(
    tx,
    `SELECT id FROM units WHERE id::text = ANY($1)
     UNION ALL SELECT id FROM users WHERE disabled_at IS NULL AND id::text = ANY($2)
     UNION ALL SELECT id FROM attachments WHERE incident_id = $4 AND id::text = ANY($3)`,
    [
      ...[units, users, files].map((references) => references.map(([, id]) => id.toLowerCase())),
      incidentId,
    ],
  );
  const known = new Set(found.map(({ id }) => id));
  const missing = (references: readonly Reference[]): string[] =>
    references.filter(([, id]) => !known.has(id.toLowerCase())).map(([path]) => path);
  return [...missing([...units, ...users]).map(nobody), ...missing(files).map(noSuchFile)];
}

const nobody = (path: string): Reason => ({
  code: 'reference.unknown',
  path,
  message: {
    zh: '所选的人员或单位不存在',
    en: 'The person or unit that was chosen does not exist',
  },
});

const noSuchFile = (path: string): Reason => ({
  code: 'attachment.unknown',
  path,
  message: { zh: '附件不在本事件中', en: 'This incident has no such attachment' },
});

interface Row {
  readonly path: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** The rows of all lists as they were sent: what is no list or no row is for `decide` to refuse. */
function rowsOf(params: Facts): Row[] {
  return Object.entries(params).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.flatMap((row: unknown, index) =>
          isRecord(row) ? [{ path: `${name}.${String(index)}.`, cells: row }] : [],
        )
      : [],
  );
}

const isRecord = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null;

const inRow =
  (name: string) =>
  ({ path, cells }: Row): Reference[] =>
    referenced(cells, name, path);

function referenced(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  prefix = '',
): Reference[] {
  const value = fields[name];
  return typeof value === 'string' ? [[prefix + name, value]] : [];
}

/** Each id of a list of ids, under its place. */
function listed(params: Facts, name: string): Reference[] {
  const value: unknown = params[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((id: unknown, index): Reference[] =>
    typeof id === 'string' ? [[`${name}.${String(index)}`, id]] : [],
  );
}
