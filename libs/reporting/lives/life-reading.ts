import { GRADES, isDueFromEvent } from '#escalation';
import type { ClockPolicy, EscalationPolicies } from '#escalation';
import { CLOSED_STATES } from '#incidents';
import { hashOf } from '#platform';
import type { ClockOfLife, Reading } from '../core/index.js';

/** How the lives of incidents are read by the configuration in force. */
export class LifeReading {
  readonly ofIncidents: Reading;
  /** Of the rules: other rules make other lives. */
  readonly hash: string;

  constructor(policies: EscalationPolicies) {
    const clocks = policies
      .all()
      .filter(([, { subject, act }]) => subject === 'incident' && act === undefined)
      .map(([name, policy]) => clockOfLife(name, policy));
    const rules = policies.all().filter(([, { subject }]) => subject === 'incident');
    this.hash = hashOf(rules.map(([name, policy]) => ({ name, ...rulesOf(policy) })));
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

/** What of a clock makes lives what they are. */
const rulesOf = ({ starts, stops, meets = stops, continues, due, act }: ClockPolicy): object => ({
  ...{ starts, stops, meets, continues, acts: act !== undefined },
  due: isDueFromEvent(due) ? due.from : GRADES.filter((grade) => due[grade] !== null),
});
