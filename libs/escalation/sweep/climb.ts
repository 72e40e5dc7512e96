import type { NewEntry } from '#platform';
import { afterLapse, afterStep } from '../core/index.js';
import type { NextStep } from '../core/index.js';
import type { EscalationRow } from '../ladders/escalation-row.js';
import type { TakenStep } from '../ladders/escalation.repository.js';

/** Finds the people behind the targets of a step, at this moment. */
export type Reach = (targets: readonly string[]) => Promise<readonly string[]>;

/** What a ladder did now: the steps it took and what the timeline says of them. */
export interface Climbed {
  readonly row: EscalationRow;
  readonly steps: readonly TakenStep[];
  readonly entries: readonly NewEntry[];
}

/**
 * Takes the step that is due, and those that follow at once because nobody was reached. A ladder whose
 * acknowledgement has lapsed goes on at the step it had reached.
 */
export async function climb(before: EscalationRow, now: number, reach: Reach): Promise<Climbed> {
  const steps: TakenStep[] = [];
  const entries: NewEntry[] = [];
  let row = before;
  if (row.state === 'acknowledged') {
    row = lapse(row, now);
    entries.push(
      entryOf(row, now, 'acknowledgement-lapsed', { lapsedAt: iso(before.lapsesAt ?? now) }),
    );
  }
  while (row.state === 'active' && row.next !== null && row.next.at <= now) {
    const { row: after, step } = await takeStep(row, row.next, now, reach);
    row = after;
    steps.push(step);
    entries.push(entryOf(row, now, 'ladder-step', stepData(step)));
  }
  if (row.state === 'exhausted')
    entries.push(entryOf(row, now, 'ladder-exhausted', { steps: row.stepsTaken }));
  return { row, steps, entries };
}

function lapse(row: EscalationRow, now: number): EscalationRow {
  const move = afterLapse(row.policy, row.taken, now);
  const climbing: EscalationRow = {
    ...row,
    acknowledgedBy: null,
    acknowledgedAt: null,
    lapsesAt: null,
  };
  return move.state === 'climbing'
    ? { ...climbing, state: 'active', next: { step: move.step, round: move.round, at: move.at } }
    : { ...climbing, state: 'exhausted', next: null, endedAt: now };
}

async function takeStep(
  row: EscalationRow,
  next: NextStep,
  now: number,
  reach: Reach,
): Promise<{ row: EscalationRow; step: TakenStep }> {
  const targets = row.policy.steps[next.step - 1]?.notify ?? [];
  const reached = await reach(targets);
  const ordinal = row.stepsTaken + 1;
  const { step, round } = next;
  const taken: TakenStep = {
    escalationId: row.id,
    ordinal,
    step,
    round,
    targets,
    reached,
    dueAt: next.at,
    at: now,
  };
  const move = afterStep(row.policy, next, reached.length > 0, now);
  const moved: EscalationRow = { ...row, taken: { step, round }, stepsTaken: ordinal };
  return {
    step: taken,
    row:
      move.state === 'climbing'
        ? { ...moved, next: { step: move.step, round: move.round, at: move.at } }
        : { ...moved, state: 'exhausted', next: null, endedAt: now },
  };
}

const stepData = (step: TakenStep): Record<string, unknown> => ({
  round: step.round,
  step: step.step,
  ordinal: step.ordinal,
  targets: step.targets,
  reached: step.reached,
  dueAt: iso(step.dueAt),
});

const entryOf = (
  row: EscalationRow,
  at: number,
  type: string,
  data: Record<string, unknown>,
): NewEntry => ({
  subjectId: row.subjectId,
  subjectType: row.subjectType,
  at,
  actor: { kind: 'system', id: null },
  type,
  data: { escalationId: row.id, clock: row.clock, ladder: row.ladder, ...data },
});

const iso = (at: number): string => new Date(at).toISOString();
