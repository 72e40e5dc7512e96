import type { NameOf } from '../../core/index.js';

/** An entry of the incident's timeline, as far as a special report reads it. */
export interface NodeEntry {
  readonly at: Date;
  readonly type: string;
  /** The state that it led to. */
  readonly to: string | null;
  readonly params: Readonly<Record<string, unknown>> | null;
  readonly set: Readonly<Record<string, unknown>> | null;
}

/** What is worth a line besides a change of state; called by names of the family `event`. */
const EVENTS: readonly string[] = [
  ...['acknowledged', 'verdict-set', 'upward-report-recorded', 'published'],
  ...['publication-corrected', 'publication-withdrawn', 'press-conference-settled', 'supervised'],
];

/** 关键节点: changes of state and the acts that readers ask after, in their order. */
export const nodesOf = (
  entries: readonly NodeEntry[],
  nameOf: NameOf,
): { readonly at: number; readonly what: string }[] =>
  entries.flatMap(({ at, type, to }) =>
    to !== null
      ? [{ at: at.getTime(), what: nameOf('state', to) }]
      : EVENTS.includes(type)
        ? [{ at: at.getTime(), what: nameOf('event', type) }]
        : [],
  );
