import { Injectable } from '@nestjs/common';
import { EscalationPolicies, durationSchema, startDeadline } from '#escalation';
import { Clock, notFound } from '#platform';
import type { Tx } from '#platform';
import { planTemplatesFor } from '#registers';
import { IncidentEntity } from '../incident.entity.js';
import type { OfferedPlans } from './action.dto.js';

/** The templates that fit an incident, with the times that their actions would have from now on. */
@Injectable()
export class OfferPlans {
  constructor(
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, incidentId: string): Promise<OfferedPlans> {
    const incident = await tx.getRepository(IncidentEntity).findOneBy({ id: incidentId });
    if (incident === null) throw notFound('This incident');
    const { category, severity, kind } = incident;
    const templates = await planTemplatesFor(tx, { category, severity, kind });
    return {
      items: templates.map(({ id, name, note, actions }) => ({
        ...{ id, name, note },
        actions: actions.map(({ title, kind: what, basis, unitId, dueIn }) => ({
          ...{ title, kind: what, basis, unitId },
          dueAt: new Date(this.dueAfter(dueIn)).toISOString(),
        })),
      })),
    };
  }

  /** A time in work days ends with the last of them. What cannot be read is due in a day. */
  private dueAfter(dueIn: string): number {
    const now = this.clock.now();
    const duration = durationSchema.safeParse(dueIn);
    const due = duration.success
      ? startDeadline(now, duration.data, 'continuous', this.policies.calendar).dueAt
      : null;
    return due ?? now + 24 * 3_600_000;
  }
}
