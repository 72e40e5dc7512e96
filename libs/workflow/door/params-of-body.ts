import type { CompiledCommand, Facts } from '../core/index.js';

type Rules = CompiledCommand['params'];
type Rule = Rules[string];
/** Takes out what must not be stored. */
type Clean = (text: string) => string;

/**
 * The parameters that a request body means. Nested objects become dotted names (`likelihood.spread`), times become
 * epoch milliseconds, ids are spelt as the database does and listed once, list rows get ids, and every text passes the redactor. Nothing is judged here: what does not
 * fit is passed on as it is, and `decide` says what is wrong with it. A field of the program's own (`computed`) gets a
 * name that no rule has, so that whoever sends one is told that it is unknown.
 */
export function paramsOfBody(
  rules: Rules,
  body: Readonly<Record<string, unknown>>,
  clean: Clean,
  makeId: () => string,
): Facts {
  const flat = flatten(body, rules);
  const entries = Object.entries(flat).map(([name, value]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule?.computed === true) return [`${name} (computed)`, value] as const;
    return [name, rule === undefined ? value : paramOf(rule, value, clean, makeId)] as const;
  });
  return Object.fromEntries(entries) as Facts;
}

function flatten(body: Readonly<Record<string, unknown>>, rules: Rules): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const nested = Object.keys(rules).some((known) => known.startsWith(`${name}.`));
    if (!nested || !isRecord(value)) flat[name] = value;
    else for (const [field, inner] of Object.entries(value)) flat[`${name}.${field}`] = inner;
  }
  return flat;
}

function paramOf(rule: Rule, value: unknown, clean: Clean, makeId: () => string): unknown {
  switch (rule.type) {
    case 'text':
      return typeof value === 'string' ? clean(value) : value;
    case 'time':
      return instantOf(value);
    case 'list':
      return Array.isArray(value)
        ? value.map((row: unknown) => (isRecord(row) ? rowOf(rule.item, row, clean, makeId) : row))
        : value;
    case 'id':
      return idOf(value);
    case 'ids':
      return Array.isArray(value) ? [...new Set(value.map(idOf))] : value;
    case 'enum':
    case 'number':
    case 'boolean':
    case 'clock':
      return value;
  }
}

function rowOf(
  item: Extract<Rule, { type: 'list' }>['item'],
  row: Readonly<Record<string, unknown>>,
  clean: Clean,
  makeId: () => string,
): Record<string, unknown> {
  const cells = Object.entries(row).map(([name, value]) => {
    const rule = Object.hasOwn(item, name) ? item[name] : undefined;
    return [name, rule === undefined ? value : paramOf(rule, value, clean, makeId)] as const;
  });
  return { ...Object.fromEntries(cells), id: makeId() };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The rules compare ids as texts, so each has one spelling: that of the database. */
const idOf = (value: unknown): unknown =>
  typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : value;

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** ISO 8601 with offset, as epoch milliseconds; anything else unchanged. */
function instantOf(value: unknown): unknown {
  if (typeof value !== 'string' || !ISO.test(value)) return value;
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : at;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
