import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileDefinition } from '../core/compile.js';
import type { ClockRule, CompiledDefinition } from '../core/compiled.js';
import { create, decide } from '../core/decide.js';
import type {
  Accepted,
  Actor,
  Decision,
  Facts,
  Refusal,
  Subject,
  WorkflowEvent,
} from '../core/types.js';
import { user } from './tiny.js';

/** The shipped definition, its people, and a way to tell a life in commands. */

export const HOUR = 3_600_000;

const shipped = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../config/${name}`, import.meta.url), 'utf8'));

const clockRule = z.object({
  subject: z.string(),
  starts: z.array(z.string()),
  stops: z.array(z.string()),
  continues: z.array(z.string()).optional(),
  legal: z.boolean().default(false),
});

/** The shipped clocks, as far as the engine looks at them. */
const incidentClocks: readonly ClockRule[] = Object.entries(
  z.object({ clocks: z.record(z.string(), clockRule) }).parse(shipped('clocks.yaml')).clocks,
).flatMap(([name, { subject, ...rule }]) => (subject === 'incident' ? [{ name, ...rule }] : []));

export const incidentWorld = {
  roles: ['monitor', 'officer', 'analyst', 'handler', 'reviewer', 'leader', 'admin'],
  ladders: [],
};

export function incidentDefinition(): CompiledDefinition {
  const source = shipped('workflows/incident.yaml');
  const compiled = compileDefinition(source, incidentClocks, incidentWorld);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
  return compiled.definition;
}

export const monitor = user('monitor-1', ['monitor']);
export const officer = user('officer-1', ['officer']);
export const analyst = user('analyst-1', ['analyst']);
export const handler = user('handler-1', ['handler'], 'unit-1');
export const leader = user('leader-1', ['leader']);

export const claimOfTheDay: Facts = {
  title: '自来水异味',
  claim: '城东自来水有异味',
  kind: 'complaint',
  category: 'water',
  mentionCount: 1,
};

/** The parameters of a judgement: severity III, to be disposed of by unit-1. */
export const judgement = (over: Facts = {}): Facts => ({
  'likelihood.spread': 2,
  'likelihood.believability': 2,
  'likelihood.timing': 2,
  'consequence.safety': 3,
  'consequence.livelihood': 2,
  'consequence.disruption': 1,
  'consequence.trust': 2,
  riskScore: 6,
  suggestedSeverity: 'III',
  severity: 'III',
  decision: 'dispose',
  unitId: 'unit-1',
  ...over,
});

/** One incident under way: every command carries the present version, an hour after the last. */
export class Life {
  subject: Subject;
  now = 0;
  readonly events: WorkflowEvent[] = [];

  constructor(
    readonly definition: CompiledDefinition,
    derived: Facts = {},
    logged: Facts = {},
  ) {
    const command = {
      name: 'create',
      actor: monitor,
      params: { ...claimOfTheDay, ...logged },
      expectedVersion: null,
    };
    const born = accepted(create(definition, 'incident-1', command, this.now));
    this.events.push(...born.events);
    this.subject = { ...born.subject, facts: { ...born.subject.facts, ...derived } };
  }

  try(actor: Actor, name: string, params: Facts = {}): Decision {
    this.now += HOUR;
    const expectedVersion = this.subject.version;
    const decision = decide(
      this.definition,
      this.subject,
      { name, actor, params, expectedVersion },
      this.now,
    );
    if (decision.ok) {
      this.subject = decision.subject;
      this.events.push(...decision.events);
    }
    return decision;
  }

  do(actor: Actor, name: string, params: Facts = {}): Accepted {
    return accepted(this.try(actor, name, params));
  }

  refused(actor: Actor, name: string, params: Facts = {}): Refusal {
    const decision = this.try(actor, name, params);
    if (decision.ok) throw new Error(`${name} was accepted`);
    return decision;
  }

  get live(): string[] {
    return this.subject.clocks.map(({ clock: name }) => name).sort();
  }
}

export function accepted(decision: Decision): Accepted {
  if (decision.ok) return decision;
  throw new Error(`${decision.kind}: ${decision.reasons.map(({ code }) => code).join(', ')}`);
}

export const codes = ({ reasons }: Refusal): string[] => reasons.map(({ code }) => code);
