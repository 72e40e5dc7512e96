import type { Check, OperandSource } from './condition.js';
import { parseOperand } from './operand.js';

/** Every operand that a condition looks at, with the path to it inside the condition. */
export interface Mention {
  readonly operand: OperandSource;
  readonly path: readonly (string | number)[];
}

function fieldMentions(
  values: Record<string, OperandSource> | undefined,
  path: readonly (string | number)[],
): Mention[] {
  return Object.entries(values ?? {}).map(([field, operand]) => ({
    operand,
    path: [...path, field],
  }));
}

function nested(checks: readonly Check[], key: string): Mention[] {
  return checks.flatMap((check, index) =>
    mentionsOf(check).map(({ operand, path }) => ({ operand, path: [key, index, ...path] })),
  );
}

function pair(key: string, operands: readonly OperandSource[]): Mention[] {
  return operands.map((operand, index) => ({ operand, path: [key, index] }));
}

function mentionsOf(check: Check): Mention[] {
  if ('present' in check) return [{ operand: check.present, path: ['present'] }];
  if ('equals' in check) return pair('equals', check.equals);
  if ('differs' in check) return pair('differs', check.differs);
  if ('oneOf' in check) return [{ operand: check.oneOf.value, path: ['oneOf', 'value'] }];
  if ('atLeast' in check) return [{ operand: check.atLeast.value, path: ['atLeast', 'value'] }];
  if ('after' in check) return pair('after', check.after);
  if ('every' in check) {
    const { list, where } = check.every;
    return [
      { operand: list, path: ['every', 'list'] },
      ...fieldMentions(where, ['every', 'where']),
    ];
  }
  if ('contains' in check) {
    const { list, id, with: values } = check.contains;
    return [
      { operand: list, path: ['contains', 'list'] },
      { operand: id, path: ['contains', 'id'] },
      ...fieldMentions(values, ['contains', 'with']),
    ];
  }
  if ('clockIs' in check) return [{ operand: check.clockIs.clock, path: ['clockIs', 'clock'] }];
  if ('clockMayPause' in check) return [{ operand: check.clockMayPause, path: ['clockMayPause'] }];
  if ('any' in check) return nested(check.any, 'any');
  if ('all' in check) return nested(check.all, 'all');
  return mentionsOf(check.not).map(({ operand, path }) => ({ operand, path: ['not', ...path] }));
}

/** The parameters that a condition looks at. */
export function paramsIn(check: Check): string[] {
  return mentionsOf(check).flatMap(({ operand }) => {
    const parsed = parseOperand(operand);
    return parsed.kind === 'param' ? [parsed.name] : [];
  });
}
