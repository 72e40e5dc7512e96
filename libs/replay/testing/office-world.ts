import { create, decide } from '#workflow';
import type { Accepted, Actor, Facts, Subject } from '#workflow';
import type { AnswerAct } from '../answers.js';
import { ANSWER_COMMANDS, isAboutAnswer } from '../answers.js';
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
import { changed, gradeOf } from './clock-desk.js';
import { ReviewDesk } from './review-desk.js';
import { shippedDefinition } from './shipped.js';

const DEFINITION = shippedDefinition('incident');

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
  private readonly reviews = new ReviewDesk();
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
    const view = viewOfSubject(DEFINITION, subject, { clocks, answer: this.reviews.stateOf(id) });
    return Promise.resolve({ ...view, allowed: new Set([...view.allowed, ...ANSWER_COMMANDS]) });
  };

  readonly execute = async (id: string, act: Act): Promise<Executed> => {
    const isOfUnit = act.role === 'handler' || act.role === 'reviewer';
    const who = actor(act.role, isOfUnit ? this.find(id).subject.facts['unitId'] : null);
    const executed = isAboutAnswer(act)
      ? this.answer(id, act, who)
      : this.command(id, act.command, this.paramsOf(act), who);
    if (executed.ok) this.acts.push({ at: this.now, incidentId: id, act });
    return Promise.resolve(executed);
  };

  private command(id: string, name: string, params: Facts, who: Actor): Executed {
    const { subject } = this.find(id);
    const command = { name, actor: who, params, expectedVersion: subject.version };
    const decision = decide(DEFINITION, subject, command, this.now);
    if (!decision.ok) return { ok: false, codes: decision.reasons.map(({ code }) => code) };
    this.accept(id, name, decision);
    return { ok: true };
  }

  /** What is published is told to the incident, as joint review does it. */
  private answer(id: string, act: AnswerAct, who: Actor): Executed {
    const { subject } = this.find(id);
    const { unitId } = subject.facts;
    const unit = typeof unitId === 'string' ? unitId : 'unit-1';
    const incident = { id, severity: gradeOf(subject), unitId: unit };
    const executed = this.reviews.execute(incident, act, who, this.now);
    if (!executed.ok || act.command !== 'publish-answer') return executed;
    const said = { releaseId: `${id}-v${String(subject.version)}`, title: 'answer' };
    const publications = [{ id: said.releaseId, ...said }];
    return this.command(id, 'publish', { ...said, publications }, SYSTEM);
  }

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

const SYSTEM: Actor = { kind: 'system', id: null, roles: [], unitId: null };

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
