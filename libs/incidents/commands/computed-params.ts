import type { Tx } from '#platform';
import { sql } from '#platform';
import type { Facts, Loaded } from '#workflow';
import { riskScore } from '../core/index.js';
import type { RiskMatrix } from '../core/index.js';

/** What the program itself adds to a command's parameters before the rules are asked. */
export function computedParams(
  command: string,
  params: Facts,
  context: { readonly matrix: RiskMatrix; readonly other: Loaded | undefined },
): Facts {
  switch (command) {
    case 'judge':
      return riskParams(params, context.matrix);
    case 'merge':
      return context.other === undefined ? {} : { intoState: context.other.subject.state };
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

/** Users and units that a command names must exist; the answer names the parameters whose do not. */
export async function danglingReferences(tx: Tx, params: Facts): Promise<string[]> {
  const units = referenced(params, ['unitId']);
  const users = referenced(params, ['userId']);
  const { actions } = params;
  for (const row of typeof actions === 'object' && actions !== null ? actions : []) {
    if (typeof row === 'string') continue;
    if (typeof row.unitId === 'string') units.set('actions.unitId', row.unitId);
    if (typeof row.ownerId === 'string') users.set('actions.ownerId', row.ownerId);
  }
  if (units.size + users.size === 0) return [];
  const rows = await sql<{ id: string }>(
    tx,
    'SELECT id FROM units WHERE id::text = ANY($1) UNION ALL SELECT id FROM users WHERE disabled_at IS NULL AND id::text = ANY($2)',
    [[...units.values()], [...users.values()]],
  );
  const known = new Set(rows.map(({ id }) => id));
  return [...units, ...users]
    .filter(([, id]) => !known.has(id.toLowerCase()))
    .map(([path]) => path);
}

/** The rows of a list as it was sent; what is no row is for `decide` to refuse. */
function rowsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  const isRow = (row: unknown): row is Record<string, unknown> =>
    typeof row === 'object' && row !== null;
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function referenced(params: Facts, names: readonly string[]): Map<string, string> {
  return new Map(
    names.flatMap((name) => {
      const value = params[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}
