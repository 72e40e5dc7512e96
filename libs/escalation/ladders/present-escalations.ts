import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import { deliveriesOf } from '#notify';
import type { Delivery } from '#notify';
import { notFound } from '#platform';
import type { Tx } from '#platform';
import type { LadderPolicy } from '../core/index.js';
import { EscalationPolicies } from '../policies.js';
import type {
  EscalationDetail,
  EscalationView,
  LadderPolicyView,
  TakenStepView,
  ToldPerson,
} from './escalation.dto.js';
import type { EscalationRow } from './escalation-row.js';
import type { TakenStep } from './escalation.repository.js';
import { findEscalation, stepsOf } from './list-escalations.js';

type Names = ReadonlyMap<string, string>;

/** Turns ladders into what people see: with names, and who was told. */
@Injectable()
export class EscalationPresenter {
  constructor(
    private readonly directory: Directory,
    private readonly policies: EscalationPolicies,
  ) {}

  /** In two queries for any number of ladders. */
  async list(tx: Tx, rows: readonly EscalationRow[]): Promise<EscalationView[]> {
    const told = await deliveriesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const names = await this.directory.names(tx, peopleOf(rows, [...told.values()].flat(), []));
    return rows.map((row) => this.fieldsOf(row, told.get(row.id) ?? [], names));
  }

  /** One ladder with its steps; 404 when there is none of this id. */
  async detail(tx: Tx, id: string): Promise<EscalationDetail> {
    const row = await findEscalation(tx, id);
    if (row === null) throw notFound('This escalation');
    const steps = await stepsOf(tx, id);
    const told = (await deliveriesOf(tx, [id])).get(id) ?? [];
    const names = await this.directory.names(tx, peopleOf([row], told, steps));
    return {
      ...this.fieldsOf(row, told, names),
      steps: steps.map((step) => stepView(step, names)),
    };
  }

  private fieldsOf(row: EscalationRow, told: readonly Delivery[], names: Names) {
    const climbs = row.state === 'active' && row.moving;
    return {
      id: row.id,
      subject: { type: row.subjectType, id: row.subjectId },
      clock: row.clock,
      title: this.policies.titleOf(row.clock),
      deadlineId: row.deadlineId,
      ladder: row.ladder,
      state: row.state,
      step: row.taken?.step ?? null,
      round: row.taken?.round ?? null,
      stepsTaken: row.stepsTaken,
      startedAt: iso(row.startedAt),
      nextStepAt: climbs ? isoOrNull(row.next?.at ?? null) : null,
      notified: told.map(({ userId, channel, at, delivery, reason }) => ({
        user: person(userId, names),
        channel,
        at: at.toISOString(),
        delivery,
        reason,
      })),
      acknowledgedBy: row.acknowledgedBy === null ? null : person(row.acknowledgedBy, names),
      acknowledgedAt: isoOrNull(row.acknowledgedAt),
      lapsesAt: isoOrNull(row.lapsesAt),
      endedAt: isoOrNull(row.endedAt),
      policy: policyView(row.policy),
    } satisfies EscalationView;
  }
}

const peopleOf = (
  rows: readonly EscalationRow[],
  told: readonly Delivery[],
  steps: readonly TakenStep[],
): string[] => [
  ...new Set([
    ...rows.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []),
    ...told.map(({ userId }) => userId),
    ...steps.flatMap(({ reached }) => reached),
  ]),
];

const person = (id: string, names: Names): ToldPerson => ({ id, name: names.get(id) ?? '' });

const policyView = ({ repeat, ackHolds, steps }: LadderPolicy): LadderPolicyView => ({
  repeat,
  ackHoldsMs: ackHolds,
  steps: steps.map(({ wait, notify, channels }) => ({
    waitMs: wait,
    targets: [...notify],
    channels: [...channels],
  })),
});

const stepView = (step: TakenStep, names: Names): TakenStepView => ({
  ordinal: step.ordinal,
  round: step.round,
  step: step.step,
  targets: [...step.targets],
  reached: step.reached.map((id) => person(id, names)),
  dueAt: iso(step.dueAt),
  at: iso(step.at),
});

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
