import type { CompiledDefinition, FactItem, Facts, Subject } from '#workflow';
import type { AnswerState, RunningClock, SituationAction } from './core/index.js';
import type { IncidentView } from './ports.js';

const STATES = [
  ...(['detected', 'reported', 'judged', 'observing', 'disposing', 'disposed'] as const),
  ...(['archived', 'dismissed', 'merged'] as const),
] as const;
const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;
const VERDICTS = ['unverified', 'true', 'partly-true', 'false', 'unverifiable'] as const;
const DECISIONS = ['dispose', 'observe', 'dismiss'] as const;
const OUTCOMES = ['held', 'waived'] as const;
const STATUSES = ['open', 'done', 'waived'] as const;

const choice = <T extends string>(value: unknown, choices: readonly T[]): T | null =>
  choices.find((one) => one === value) ?? null;
const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function rowsOf(facts: Facts, name: string): readonly FactItem[] {
  const value = facts[name];
  if (typeof value !== 'object' || value === null) return [];
  return value.filter((row): row is FactItem => typeof row === 'object');
}

function actionOf({ id, title, dueAt, status }: FactItem): SituationAction {
  const due = instant(dueAt) ?? 0;
  return {
    id: text(id),
    title: text(title),
    dueAt: due,
    status: choice(status, STATUSES) ?? 'open',
  };
}

/** What the office sees of an incident, from its workflow subject (see config/workflows/incident.yaml). */
export function viewOfSubject(
  definition: CompiledDefinition,
  { facts, state }: Subject,
  {
    clocks,
    answer,
  }: { readonly clocks: readonly RunningClock[]; readonly answer: AnswerState | null },
): IncidentView {
  const known = choice(state, STATES);
  if (known === null) throw new RangeError(`the office does not know the state ${state}`);
  const permitted = [...definition.commands].filter(([, { from }]) => from.has(state));
  return {
    state: known,
    severity: choice(facts['severity'], SEVERITIES) ?? 'unrated',
    verdict: choice(facts['verdict'], VERDICTS) ?? 'unverified',
    decision: choice(facts['decision'], DECISIONS),
    acknowledgedAt: instant(facts['acknowledgedAt']),
    awaitsConcurrence: text(facts['proposedBy']) !== '' || text(facts['regradeBy']) !== '',
    observeUntil: instant(facts['observeUntil']),
    actions: rowsOf(facts, 'actions').map(actionOf),
    upwardReportedAt: instant(facts['upwardReportedAt']),
    pressConference: choice(facts['pressConference'], OUTCOMES),
    hasPublished: rowsOf(facts, 'publications').some(({ status }) => status === 'published'),
    answer,
    clocks,
    allowed: new Set(permitted.map(([name]) => name)),
  };
}
