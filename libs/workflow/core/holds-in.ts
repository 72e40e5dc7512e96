import type { Check, OperandSource } from './condition.js';
import { parseOperand } from './operand.js';

/** Whether a condition holds in a state, as far as that alone tells; undefined: it depends on more than the state. */
export function holdsIn(check: Check, state: string): boolean | undefined {
  if ('equals' in check) return isSame(check.equals, state);
  if ('differs' in check) return opposite(isSame(check.differs, state));
  if ('oneOf' in check) {
    const { value, in: values } = check.oneOf;
    return parseOperand(value).kind === 'state' ? values.includes(state) : undefined;
  }
  if ('not' in check) return opposite(holdsIn(check.not, state));
  if ('all' in check) return every(check.all.map((part) => holdsIn(part, state)));
  if ('any' in check) {
    return opposite(every(check.any.map((part) => opposite(holdsIn(part, state)))));
  }
  return undefined;
}

function isSame(
  [left, right]: readonly [OperandSource, OperandSource],
  state: string,
): boolean | undefined {
  const [one, other] = [parseOperand(left), parseOperand(right)];
  if (one.kind === 'state' && other.kind === 'literal') return other.value === state;
  if (one.kind === 'literal' && other.kind === 'state') return one.value === state;
  return undefined;
}

const opposite = (known: boolean | undefined): boolean | undefined =>
  known === undefined ? undefined : !known;

function every(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}
