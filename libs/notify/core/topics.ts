export interface TopicRule {
  /** Under what a bundled message counts it. */
  readonly kind: 'escalation' | 'deadline' | 'decision' | 'work' | 'duty' | 'engine';
  /** Comes in quiet hours whatever the severity: a spot check is over long before the morning. */
  readonly atOnce: boolean;
}

/** What leaves the house. All else is told in the application only, where people look when they work. */
export const TOPICS = {
  'escalation.step': { kind: 'escalation', atOnce: false },
  'escalation.handed-on': { kind: 'escalation', atOnce: true },
  'deadline.warn': { kind: 'deadline', atOnce: false },
  'deadline.breach': { kind: 'deadline', atOnce: false },
  'judgement.proposed': { kind: 'decision', atOnce: false },
  'judgement.declined': { kind: 'decision', atOnce: false },
  'judgement.returned': { kind: 'decision', atOnce: false },
  'regrade.proposed': { kind: 'decision', atOnce: false },
  'regrade.declined': { kind: 'decision', atOnce: false },
  'consultation.asked': { kind: 'work', atOnce: false },
  'consultation.complete': { kind: 'decision', atOnce: false },
  'disposal.returned': { kind: 'decision', atOnce: false },
  'disposal.handed-back': { kind: 'decision', atOnce: false },
  'action.given': { kind: 'work', atOnce: false },
  'supervision.begun': { kind: 'work', atOnce: false },
  'supervision.progress': { kind: 'work', atOnce: false },
  'incident.judged': { kind: 'work', atOnce: false },
  'incident.assigned': { kind: 'work', atOnce: false },
  'incident.reopened': { kind: 'work', atOnce: false },
  'incident.mentioned': { kind: 'work', atOnce: false },
  'shift.reminder': { kind: 'duty', atOnce: true },
  'shift.check': { kind: 'duty', atOnce: true },
  'handover.waiting': { kind: 'duty', atOnce: true },
  'swap.offered': { kind: 'duty', atOnce: false },
  'swap.taken': { kind: 'duty', atOnce: false },
  'swap.confirmed': { kind: 'duty', atOnce: false },
  'swap.declined': { kind: 'duty', atOnce: false },
  'swap.withdrawn': { kind: 'duty', atOnce: false },
  'swap.expired': { kind: 'duty', atOnce: false },
  'rota.changed': { kind: 'duty', atOnce: false },
  'upward.sent': { kind: 'decision', atOnce: true },
  'upward.acknowledged': { kind: 'work', atOnce: false },
  'upward.returned': { kind: 'work', atOnce: true },
  'release.waiting': { kind: 'decision', atOnce: false },
  'release.returned': { kind: 'work', atOnce: false },
  'release.approved': { kind: 'work', atOnce: false },
  'release.due': { kind: 'work', atOnce: true },
  'release.verdict-changed': { kind: 'work', atOnce: false },
  'release.withdrawal-asked': { kind: 'decision', atOnce: false },
  'release.withdrawn': { kind: 'work', atOnce: false },
  'matter.reported': { kind: 'work', atOnce: false },
  'matter.changed': { kind: 'work', atOnce: false },
  'matter.received': { kind: 'work', atOnce: false },
  'matter.returned': { kind: 'work', atOnce: false },
  'matter.cancelled': { kind: 'work', atOnce: false },
  'report.drafted': { kind: 'work', atOnce: false },
  'report.submitted': { kind: 'decision', atOnce: false },
  'report.approved': { kind: 'work', atOnce: false },
  'report.returned': { kind: 'work', atOnce: false },
  'report.issued': { kind: 'work', atOnce: false },
  'report.commented': { kind: 'work', atOnce: false },
  'instruction.given': { kind: 'work', atOnce: false },
  'instruction.done': { kind: 'decision', atOnce: false },
  'instruction.accepted': { kind: 'work', atOnce: false },
  'instruction.returned': { kind: 'work', atOnce: false },
  'instruction.extended': { kind: 'work', atOnce: false },
  'instruction.withdrawn': { kind: 'work', atOnce: false },
  'inbox.rising': { kind: 'work', atOnce: false },
  'engine.finding': { kind: 'engine', atOnce: true },
} as const satisfies Readonly<Record<string, TopicRule>>;

export type Topic = keyof typeof TOPICS;
export type TopicKind = TopicRule['kind'];

export const isTopic = (text: string): text is Topic => Object.hasOwn(TOPICS, text);

export const ruleOf = (topic: Topic): TopicRule => TOPICS[topic];
