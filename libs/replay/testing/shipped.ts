import { readFileSync } from 'node:fs';
import type { ClockPolicy } from '#escalation';
import { clocksSchema } from '#escalation';
import { compileDefinition } from '#workflow';
import type { ClockRule, CompiledDefinition } from '#workflow';
import { parse } from 'yaml';

const ROLES = ['monitor', 'officer', 'analyst', 'handler', 'reviewer', 'leader', 'admin'];

interface ShippedLadders {
  readonly ladders: Readonly<Record<string, unknown>>;
}

const read = (file: string): unknown => parse(readFileSync(`config/${file}`, 'utf8'));

/** The shipped clocks of one kind of subject, by name. */
export function shippedClocks(kind: string): Readonly<Record<string, ClockPolicy>> {
  const clocks = Object.entries(clocksSchema.parse(read('clocks.yaml')).clocks);
  return Object.fromEntries(clocks.filter(([, { subject }]) => subject === kind));
}

/** The shipped workflow of one kind of subject; throws when it does not compile. */
export function shippedDefinition(kind: string): CompiledDefinition {
  const clocks = Object.entries(shippedClocks(kind)).map(([name, policy]): ClockRule => ({
    ...{ name, starts: policy.starts, stops: policy.stops, continues: policy.continues },
    ...{ legal: policy.legal, ladder: policy.ladder?.name },
  }));
  const { ladders } = read('ladders.yaml') as ShippedLadders;
  const known = { roles: ROLES, ladders: Object.keys(ladders) };
  const compiled = compileDefinition(read(`workflows/${kind}.yaml`), clocks, known);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.definition;
}
