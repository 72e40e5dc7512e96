import type { Check, OperandSource } from './condition.js';
import { statesOf, type Definition, type Target } from './definition.js';
import { parseOperand } from './operand.js';
import type { Words } from './types.js';

/** A command that can lead from one state to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: Words;
}

/** All moves between states, without those that a condition on `state` rules out. */
export function arrowsOf(definition: Definition): Arrow[] {
  return Object.values(definition.commands).flatMap((rule) =>
    rule.outcomes.flatMap(({ when, to }) =>
      statesOf(rule, definition)
        .filter((from) => when === undefined || !neverHolds(when, [from]))
        .flatMap((from) =>
          targetsOf(to).map((target) => ({ from, to: target, label: rule.label })),
        ),
    ),
  );
}

/** The states that an outcome may lead to: several when it is taken from a fact, none when it stays. */
export function targetsOf(to: Target | undefined): readonly string[] {
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to.among;
}

/** Does the condition ask for a `state` that is none of these? */
export function neverHolds(check: Check, from: readonly string[]): boolean {
  if ('equals' in check) {
    const [left, right] = check.equals;
    return excludes(left, right, from) || excludes(right, left, from);
  }
  if ('oneOf' in check) {
    return check.oneOf.in.every((value) => excludes(check.oneOf.value, { literal: value }, from));
  }
  if ('all' in check) return check.all.some((part) => neverHolds(part, from));
  if ('any' in check) return check.any.every((part) => neverHolds(part, from));
  return false;
}

function excludes(place: OperandSource, value: OperandSource, from: readonly string[]): boolean {
  const constant = parseOperand(value);
  return (
    parseOperand(place).kind === 'state' &&
    constant.kind === 'literal' &&
    !from.some((state) => state === constant.value)
  );
}
