import { readFileSync } from 'node:fs';
import { compileDefinition, create, decide } from '#workflow';
import type { Accepted, Actor, CompiledDefinition, Facts, Subject } from '#workflow';
import { parse } from 'yaml';
import type { Act, OfficeParams, OfficeRole, RatedSeverity, Sighting } from '../core/index.js';
import { DEFAULT_BANDS } from '../core/index.js';
import type {
  Executed,
  IncidentDraft,
  IncidentView,
  ReplayPorts,
  StartedEscalation,
} from '../ports.js';
import { viewOfSubject } from '../view.js';
import type { Kept } from './clock-desk.js';
import { changed, gradeOf, shippedClocks } from './clock-desk.js';

const ROLES = ['monitor', 'officer', 'analyst', 'handler', 'reviewer', 'leader', 'admin'];

interface ShippedLadders {
  readonly ladders: Readonly<Record<string, unknown>>;
}

function shippedLadders(): string[] {
  const source = parse(readFileSync('config/ladders.yaml', 'utf8')) as ShippedLadders;
  return Object.keys(source.ladders);
}

function shippedDefinition(): CompiledDefinition {
  const source: unknown = parse(readFileSync('config/workflows/incident.yaml', 'utf8'));
  const compiled = compileDefinition(source, shippedClocks, {
    roles: ROLES,
    ladders: shippedLadders(),
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.definition;
}

const DEFINITION = shippedDefinition();

export interface Case {
  readonly draft: IncidentDraft;
  readonly subject: Subject;
  readonly deadlines: readonly Kept[];
  readonly log: readonly { readonly at: number; readonly command: string; readonly to: string }[];
  readonly sightings: number;
}

export interface WorldAct {
  readonly at: number;
  readonly incidentId: string;
  readonly act: Act;
}

/** The product in memory: the shipped rules and clocks, without database and without ladders. */
export class OfficeWorld implements ReplayPorts {
  readonly cases = new Map<string, Case>();
  readonly acts: WorldAct[] = [];
  readonly acknowledged: string[] = [];
  private readonly dueAt = new Map<string, number>();
  private now = 0;

  readonly setNow = (at: number): void => {
    if (at < this.now) throw new Error('the clock went back');
    this.now = at;
  };

  readonly openIncident = async (draft: IncidentDraft): Promise<string> => {
    const id = `incident-${this.cases.size + 1}`;
    const { title, claim, kind, category } = draft;
    const params = { title, claim, kind, category, mentionCount: draft.sightings.length };
    const command = { name: 'create', actor: actor('monitor'), params, expectedVersion: null };
    const decision = create(DEFINITION, id, command, this.now);
    if (!decision.ok) throw new Error(JSON.stringify(decision));
    const deadlines = changed([], decision, 'unrated', this.now);
    const log = [{ at: this.now, command: 'create', to: decision.subject.state }];
    const { subject } = decision;
    this.keep(id, { draft, subject, deadlines, log, sightings: draft.sightings.length });
    return Promise.resolve(id);
  };

  readonly addSighting = async (id: string, _sighting: Sighting): Promise<void> => {
    const one = this.find(id);
    this.cases.set(id, { ...one, sightings: one.sightings + 1 });
    return Promise.resolve();
  };

  readonly viewOf = async (id: string): Promise<IncidentView> => {
    const { subject, deadlines } = this.find(id);
    const clocks = deadlines.flatMap(({ clock, startedAt, dueAt, stoppedAt }) =>
      dueAt === null || stoppedAt !== null ? [] : [{ clock, startedAt, dueAt }],
    );
    return Promise.resolve(viewOfSubject(DEFINITION, subject, { clocks, answer: null }));
  };

  readonly execute = async (id: string, act: Act): Promise<Executed> => {
    const { subject } = this.find(id);
    const who = actor(act.role, act.role === 'handler' ? subject.facts['unitId'] : null);
    const command = {
      name: act.command,
      actor: who,
      params: this.paramsOf(act),
      expectedVersion: subject.version,
    };
    const decision = decide(DEFINITION, subject, command, this.now);
    if (!decision.ok)
      return Promise.resolve({ ok: false, codes: decision.reasons.map(({ code }) => code) });
    this.acts.push({ at: this.now, incidentId: id, act });
    this.accept(id, act.command, decision);
    return Promise.resolve({ ok: true });
  };

  readonly nextDue = async (): Promise<number | null> => {
    const due = Math.min(...this.dueAt.values());
    return Promise.resolve(due === Infinity ? null : due);
  };

  readonly fireDue = async (): Promise<readonly StartedEscalation[]> => {
    const started: StartedEscalation[] = [];
    for (const [incidentId, dueAt] of this.dueAt) {
      if (dueAt > this.now) continue;
      const one = this.find(incidentId);
      const fires = (kept: Kept) => isArmed(kept) && kept.dueAt <= this.now;
      for (const { clock } of one.deadlines.filter(fires))
        started.push({ id: `${incidentId} ${clock}`, incidentId, clock, startedAt: this.now });
      const deadlines = one.deadlines.map((kept) =>
        fires(kept) ? { ...kept, hasBreached: true } : kept,
      );
      this.keep(incidentId, { ...one, deadlines });
    }
    return Promise.resolve(started);
  };

  readonly acknowledge = async (escalationId: string, _role: OfficeRole): Promise<void> => {
    this.acknowledged.push(escalationId);
    return Promise.resolve();
  };

  private find(id: string): Case {
    const one = this.cases.get(id);
    if (one === undefined) throw new Error(id);
    return one;
  }

  private keep(id: string, one: Case): void {
    this.cases.set(id, one);
    const due = one.deadlines.flatMap((kept) => (isArmed(kept) ? [kept.dueAt] : []));
    if (due.length > 0) this.dueAt.set(id, Math.min(...due));
    else this.dueAt.delete(id);
  }

  private accept(id: string, command: string, decision: Accepted): void {
    const one = this.find(id);
    const deadlines = changed(one.deadlines, decision, gradeOf(one.subject), this.now);
    const log = [...one.log, { at: this.now, command, to: decision.subject.state }];
    this.keep(id, { ...one, subject: decision.subject, deadlines, log });
  }

  /** As the door to the use case makes them: nested objects become dotted names, times stay instants. */
  private paramsOf(act: Act): Facts {
    if (act.command === 'judge') return judgeParams(act.params);
    if (act.command === 'start-disposal')
      return { actions: act.params.actions.map((row) => ({ ...row })) };
    if (act.command === 'set-verdict')
      return { ...act.params, evidence: act.params.evidence.map((row) => ({ ...row })) };
    if (act.command === 'merge')
      return { ...act.params, intoState: this.find(act.params.intoId).subject.state };
    return { ...act.params };
  }
}

function judgeParams({ likelihood, consequence, ...rest }: OfficeParams['judge']): Facts {
  const dotted = (name: string, levels: object) =>
    Object.entries(levels).map(([factor, level]) => [`${name}.${factor}`, Number(level)] as const);
  const levels = [...dotted('likelihood', likelihood), ...dotted('consequence', consequence)];
  const score = scoreOf(likelihood, consequence);
  const computed = { riskScore: score, suggestedSeverity: severityOf(score) };
  return { ...rest, ...Object.fromEntries(levels), ...computed };
}

type Armed = Kept & { readonly dueAt: number };
const isArmed = (kept: Kept): kept is Armed =>
  kept.dueAt !== null && kept.stoppedAt === null && !kept.hasBreached;

function actor(role: OfficeRole, unitId: unknown = null): Actor {
  const unit = typeof unitId === 'string' ? unitId : null;
  return { kind: 'user', id: `${role}-1`, roles: [role], unitId: unit };
}

function scoreOf(likelihood: object, consequence: object): number {
  const likely = Object.values(likelihood) as number[];
  const mean = Math.round(likely.reduce((sum, level) => sum + level, 0) / likely.length);
  return mean * Math.max(...(Object.values(consequence) as number[]));
}

const severityOf = (score: number): RatedSeverity =>
  (['IV', 'III', 'II', 'I'] as const).find((severity) => score <= DEFAULT_BANDS[severity]) ?? 'I';
