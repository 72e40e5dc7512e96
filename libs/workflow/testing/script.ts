import fc from 'fast-check';
import type { Param } from '../core/declaration.js';
import type { Facts, FactValue, Instant } from '../core/types.js';

/** One attempt in a random life. The seed decides everything that is not said here. */
export interface Attempt {
  readonly seed: number;
  /** Anybody tries anything, rather than somebody what the definition offers. */
  readonly wild: boolean;
  readonly stale: boolean;
}

export const scripts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({
    seed: fc.nat(),
    wild: fc.nat(9).map((die) => die === 0),
    stale: fc.nat(19).map((die) => die === 0),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

export type Dice = (sides: number) => number;

/** A short generator (Lehmer's, modulo 2^31 − 1), so that an attempt shrinks to one number. */
export function diceFrom(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, sides);
  };
}

export function oneOf<T>(values: readonly T[], dice: Dice): T | undefined {
  return values[dice(values.length)];
}

/** Where parameters find values that mean something to the subject. */
export interface Surroundings {
  readonly clocks: readonly string[];
  readonly ids: readonly string[];
  readonly now: Instant;
}

/** Parameters that mostly fit: what is required is there, and one in thirty is nonsense. */
export function paramsFor(
  rules: Readonly<Record<string, Param>>,
  around: Surroundings,
  dice: Dice,
): Facts {
  const given = Object.entries(rules)
    .filter(([, rule]) => rule.required || dice(4) > 0)
    .map(([name, rule]) => [name, dice(30) === 0 ? 'odd' : valueFor(rule, around, dice)] as const);
  return Object.fromEntries(given);
}

function valueFor(param: Param, around: Surroundings, dice: Dice): FactValue {
  switch (param.type) {
    case 'text':
      return 'text'.slice(0, param.max);
    case 'enum':
      return oneOf(param.values, dice) ?? null;
    case 'clock':
      return oneOf(around.clocks, dice) ?? null;
    case 'id':
      return oneOf(around.ids, dice) ?? null;
    case 'time':
      return around.now + dice(3) * 1000;
    case 'number':
      return (param.min ?? 0) + dice((param.max ?? 10) - (param.min ?? 0) + 1);
    case 'boolean':
      return dice(2) === 0;
    case 'ids':
      return around.ids.slice(0, 1);
    case 'list':
      return [
        Object.fromEntries(
          Object.entries(param.item).map(([name, field]) => {
            const value = valueFor(field, around, dice);
            return [
              name,
              Array.isArray(value) ? null : (value as Exclude<FactValue, readonly unknown[]>),
            ];
          }),
        ),
      ];
  }
}
