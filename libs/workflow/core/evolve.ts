import type { Subject, WorkflowEvent } from './types.js';

/** What the events alone say of a subject. Clocks and derived facts are supplied from elsewhere. */
export type Evolved = Pick<Subject, 'state' | 'version' | 'facts'>;

/** One event further. The first event, over null, carries every initial fact. */
export function evolve(before: Evolved | null, event: WorkflowEvent): Evolved {
  return {
    state: event.to,
    version: (before?.version ?? 0) + 1,
    facts: { ...before?.facts, ...event.set },
  };
}

/** The subject as its whole timeline tells it; null when there is none. */
export function replay(events: readonly WorkflowEvent[]): Evolved | null {
  return events.reduce<Evolved | null>(evolve, null);
}
