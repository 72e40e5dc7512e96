import { GRADES, isDueFromEvent } from '#escalation';
import type { ClockPolicy, EscalationPolicies } from '#escalation';
import { CLOSED_STATES } from '#incidents';
import type { ClockOfLife, Reading } from '../core/index.js';

/** How the lives of incidents are read by the configuration in force. */
export class LifeReading {
  readonly ofIncidents: Reading;

  constructor(policies: EscalationPolicies) {
    const clocks = policies
      .all()
      .filter(([, { subject, act }]) => subject === 'incident' && act === undefined)
      .map(([name, policy]) => clockOfLife(name, policy));
    this.ofIncidents = { clocks, closedStates: new Set(CLOSED_STATES) };
  }
}

function clockOfLife(name: string, policy: ClockPolicy): ClockOfLife {
  const { starts, stops, meets = stops, continues, due } = policy;
  const grades = isDueFromEvent(due) ? [] : GRADES.filter((grade) => due[grade] !== null);
  return {
    name,
    starts,
    stops,
    meets,
    continues,
    due: isDueFromEvent(due) ? due : new Set(grades),
  };
}
