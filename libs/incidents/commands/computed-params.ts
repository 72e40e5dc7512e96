import type { Tx } from '#platform';
import { sql } from '#platform';
import type { Facts, Loaded } from '#workflow';
import { riskScore } from '../core/index.js';
import type { RiskMatrix } from '../core/index.js';

/** What the program itself adds to a command's parameters before the rules are asked. */
export function computedParams(
  command: string,
  params: Facts,
  context: {
    readonly matrix: RiskMatrix;
    readonly other: Loaded | undefined;
    readonly facts: Facts;
  },
): Facts {
  switch (command) {
    case 'judge':
      return riskParams(params, context.matrix);
    case 'merge':
      return context.other === undefined ? {} : { intoState: context.other.subject.state };
    case 'publish':
      // By the id of its release, so that a correction or a withdrawal finds it again.
      return {
        publications: [
          { id: params['releaseId'], releaseId: params['releaseId'], title: params['title'] },
        ],
      } as Facts;
    case 'reopen':
      return { chapter: Number(context.facts['chapter'] ?? 1) + 1 };
    default:
      return {};
  }
}

const LEVELS = [
  'likelihood.spread',
  'likelihood.believability',
  'likelihood.timing',
  'consequence.safety',
  'consequence.livelihood',
  'consequence.disruption',
  'consequence.trust',
] as const;

/** The score of the matrix, when every factor is a level; otherwise the rules say which is not. */
function riskParams(params: Facts, matrix: RiskMatrix): Facts {
  const levels = LEVELS.map((name) => params[name]);
  if (
    !levels.every((level): level is number => typeof level === 'number' && level >= 1 && level <= 5)
  )
    return {};
  const [spread, believability, timing, safety, livelihood, disruption, trust] = levels as Seven;
  const { score, severity } = riskScore(
    { spread, believability, timing },
    { safety, livelihood, disruption, trust },
    matrix,
  );
  return { riskScore: score, suggestedSeverity: severity };
}

type Seven = [number, number, number, number, number, number, number];

type Reference = readonly [path: string, id: string];

/** Users and units that a command names must exist; the answer names the parameters whose do not. */
export async function danglingReferences(tx: Tx, params: Facts): Promise<string[]> {
  const rows = rowsOf(params['actions']);
  const units = [...referenced(params, 'unitId'), ...rows.flatMap(inRow('unitId'))];
  const users = [
    ...referenced(params, 'userId'),
    ...rows.flatMap(inRow('ownerId')),
    ...listed(params, 'mentionIds'),
  ];
  if (units.length + users.length === 0) return [];
  const found = await sql<{ id: string }>(
    tx,
    'SELECT id FROM units WHERE id::text = ANY($1) UNION ALL SELECT id FROM users WHERE disabled_at IS NULL AND id::text = ANY($2)',
    [units.map(([, id]) => id.toLowerCase()), users.map(([, id]) => id.toLowerCase())],
  );
  const known = new Set(found.map(({ id }) => id));
  return [...units, ...users]
    .filter(([, id]) => !known.has(id.toLowerCase()))
    .map(([path]) => path);
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of a list as it was sent: what is no list or no row is for `decide` to refuse. */
function rowsOf(value: unknown): Row[] {
  const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;
  return Array.isArray(value) ? value.filter(isRow) : [];
}

const inRow =
  (name: string) =>
  (row: Row, index: number): Reference[] =>
    referenced(row, name, `actions.${String(index)}.`);

function referenced(fields: Row, name: string, prefix = ''): Reference[] {
  const value = fields[name];
  return typeof value === 'string' ? [[prefix + name, value]] : [];
}

/** Each id of a list of ids, under its place. */
function listed(params: Facts, name: string): Reference[] {
  const value = params[name];
  return Array.isArray(value)
    ? value.flatMap((id, index): Reference[] =>
        typeof id === 'string' ? [[`${name}.${String(index)}`, id]] : [],
      )
    : [];
}
