import type { CompiledDefinition } from './compiled.js';
import type { Param, ScalarParam } from './declaration.js';
import { describeRange, isWithin, type Range } from './range.js';
import { isInstant, isPresent, isRecord, isScalar } from './shape.js';
import type { Facts, FactValue, Reason, Words } from './types.js';
import {
  notALink,
  notOneOf,
  outOfRange,
  required,
  unknownParam,
  unreadableText,
  wrongType,
} from './words.js';

export interface ReadParams {
  /** Declared parameters that were given and are valid. */
  readonly values: Facts;
  readonly reasons: readonly Reason[];
  /** Declared parameters about which there is a reason: conditions on them are not asked. */
  readonly faulty: ReadonlySet<string>;
}

/** Checks every parameter, and names everything that is wrong with any of them. */
export function readParams(
  definition: CompiledDefinition,
  rules: Readonly<Record<string, Param>>,
  given: Readonly<Record<string, unknown>>,
): ReadParams {
  const values: Record<string, FactValue> = {};
  const faulty = new Set<string>();
  const reasons = Object.keys(given)
    .filter((name) => !Object.hasOwn(rules, name))
    .map(unknownParam);
  for (const [name, rule] of Object.entries(rules)) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
    const found = reasonsAgainst(definition, rule, value, name);
    if (found.length > 0) faulty.add(name);
    else if (value !== null && isFactValue(value)) values[name] = value;
    reasons.push(...found);
  }
  return { values, reasons, faulty };
}

function isFactValue(value: unknown): value is FactValue {
  return isScalar(value) || Array.isArray(value);
}

function reasonsAgainst(
  definition: CompiledDefinition,
  rule: Param,
  value: unknown,
  path: string,
): Reason[] {
  if (value === null || value === undefined) {
    return rule.required ? [required(rule.label, path)] : [];
  }
  switch (rule.type) {
    case 'ids':
      return idsReasons(rule, value, path);
    case 'list':
      return listReasons(definition, rule, value, path);
    case 'text':
    case 'id':
    case 'enum':
    case 'time':
    case 'number':
    case 'boolean':
    case 'clock':
      return scalarReasons(definition, rule, value, path);
  }
}

const texts: Words = { zh: '文字', en: 'text' };
const numbers: Words = { zh: '数字', en: 'a number' };
const wholeNumbers: Words = { zh: '整数', en: 'a whole number' };
const times: Words = { zh: '时间', en: 'a time' };
const booleans: Words = { zh: '是或否', en: 'true or false' };
const identifiers: Words = { zh: '编号', en: 'an id' };
const lists: Words = { zh: '列表', en: 'a list' };
const none: Words = { zh: '', en: '' };
const characters: Words = { zh: '字', en: 'characters' };
const rows: Words = { zh: '项', en: 'entries' };

function scalarReasons(
  definition: CompiledDefinition,
  rule: ScalarParam,
  value: unknown,
  path: string,
): Reason[] {
  switch (rule.type) {
    case 'text':
      return textReasons(rule, value, path);
    case 'id':
      return isId(value) ? [] : [wrongType(rule.label, path, identifiers)];
    case 'enum':
      return choiceReasons(rule.label, value, path, rule.values);
    case 'clock':
      return choiceReasons(
        rule.label,
        value,
        path,
        definition.clocks.map(({ name }) => name),
      );
    case 'time':
      return isInstant(value) ? [] : [wrongType(rule.label, path, times)];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongType(rule.label, path, booleans)];
    case 'number': {
      const fits = rule.integer ? Number.isSafeInteger(value) : Number.isFinite(value);
      if (!fits) return [wrongType(rule.label, path, rule.integer ? wholeNumbers : numbers)];
      return rangeReasons(rule.label, Number(value), path, rule, none);
    }
  }
}

/** NUL and lone surrogates cannot be stored as UTF-8 text by PostgreSQL. */
const unreadable = /\0|\p{Surrogate}/u;

function textReasons(
  rule: Extract<Param, { type: 'text' }>,
  value: unknown,
  path: string,
): Reason[] {
  if (typeof value !== 'string') return [wrongType(rule.label, path, texts)];
  if (unreadable.test(value)) return [unreadableText(rule.label, path)];
  if (rule.required && !isPresent(value)) return [required(rule.label, path)];
  if (rule.format === 'link' && isPresent(value) && !isLink(value))
    return [notALink(rule.label, path)];
  return rangeReasons(rule.label, value.length, path, rule, characters);
}

/** Nothing that a browser would run: `javascript:`, `data:`. */
const isLink = (text: string): boolean => /^https?:\/\/[^\s/]+\S*$/i.test(text.trim());

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/.test(value);
}

/** The id of a row: the door gives it, so there is no label of a form to name. */
const notAnId = (path: string): Reason => wrongType(identifiers, path, identifiers);

function choiceReasons(
  label: Words,
  value: unknown,
  path: string,
  values: readonly string[],
): Reason[] {
  return typeof value === 'string' && values.includes(value) ? [] : [notOneOf(label, path, values)];
}

function rangeReasons(
  label: Words,
  size: number,
  path: string,
  range: Range,
  unit: Words,
): Reason[] {
  return isWithin(size, range) ? [] : [outOfRange(label, path, describeRange(range, unit))];
}

function idsReasons(rule: Extract<Param, { type: 'ids' }>, value: unknown, path: string): Reason[] {
  if (!Array.isArray(value) || !value.every(isId)) return [wrongType(rule.label, path, lists)];
  if (rule.required && value.length === 0) return [required(rule.label, path)];
  return rangeReasons(rule.label, value.length, path, rule, rows);
}

function listReasons(
  definition: CompiledDefinition,
  rule: Extract<Param, { type: 'list' }>,
  value: unknown,
  path: string,
): Reason[] {
  if (!Array.isArray(value)) return [wrongType(rule.label, path, lists)];
  if (rule.required && value.length === 0) return [required(rule.label, path)];
  if (!isWithin(value.length, rule)) {
    return rangeReasons(rule.label, value.length, path, rule, rows);
  }
  return value.flatMap((row: unknown, index) =>
    isRecord(row)
      ? rowReasons(definition, rule.item, row, `${path}.${index}`)
      : [wrongType(rule.label, `${path}.${index}`, { zh: '一项内容', en: 'an entry' })],
  );
}

function rowReasons(
  definition: CompiledDefinition,
  fields: Readonly<Record<string, ScalarParam>>,
  row: Readonly<Record<string, unknown>>,
  path: string,
): Reason[] {
  const unknown = Object.keys(row)
    .filter((field) => field !== 'id' && !Object.hasOwn(fields, field))
    .map((field) => unknownParam(`${path}.${field}`));
  const oddId = Object.hasOwn(row, 'id') && !isId(row['id']);
  const known = Object.entries(fields).flatMap(([field, rule]) =>
    reasonsAgainst(
      definition,
      rule,
      Object.hasOwn(row, field) ? row[field] : null,
      `${path}.${field}`,
    ),
  );
  return [...unknown, ...known, ...(oddId ? [notAnId(`${path}.id`)] : [])];
}
