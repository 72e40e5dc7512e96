import type { OperandSource } from './condition.js';
import type { Scalar } from './types.js';

export type Operand =
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'actor-id' }
  | { readonly kind: 'actor-unit' }
  | { readonly kind: 'subject-id' }
  | { readonly kind: 'now' }
  | { readonly kind: 'state' }
  | { readonly kind: 'literal'; readonly value: Scalar };

const words: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ['actor.id', { kind: 'actor-id' }],
  ['actor.unitId', { kind: 'actor-unit' }],
  ['subject.id', { kind: 'subject-id' }],
  ['now', { kind: 'now' }],
  ['state', { kind: 'state' }],
]);

/** Reads `facts.x`, `params.x`, `actor.id`, `now`, …; everything else is a constant. */
export function parseOperand(source: OperandSource): Operand {
  if (typeof source === 'object' && source !== null) {
    return { kind: 'literal', value: source.literal };
  }
  if (typeof source !== 'string') return { kind: 'literal', value: source };
  if (source.startsWith('facts.')) return { kind: 'fact', name: source.slice('facts.'.length) };
  if (source.startsWith('params.')) return { kind: 'param', name: source.slice('params.'.length) };
  return words.get(source) ?? { kind: 'literal', value: source };
}

/** `fact.severity` or `actor.name`: meant as a reference, and no reference. */
export function looksLikeReference(source: string): boolean {
  return /^(facts?|params?|actor|subject)\.\w/.test(source);
}
