import type { Decision, TimelineItem } from '../../../api/incident-types';
import { STATES, type IncidentState } from '../../../api/types';

export interface Stage {
  readonly state: IncidentState;
  /** When it was entered; null when that is not known, or it still lies ahead. */
  readonly at: string | null;
  readonly is: 'past' | 'now' | 'ahead';
}

const KNOWN: ReadonlySet<unknown> = new Set(STATES);
const isState = (value: unknown): value is IncidentState => KNOWN.has(value);

type Step = Pick<Stage, 'state' | 'at'>;

/**
 * The way that the incident really took. Going back (return, rejudge, reopen) takes back what came after; an
 * unmerge goes on where the merge had broken off, with the time it had then.
 */
function wayOf(items: readonly TimelineItem[]): Step[] {
  return items.reduce<Step[]>((way, { at, type, data }) => {
    const { from, to } = data;
    if (!isState(to) || from === to) return way;
    const before = way.findIndex(({ state }) => state === to);
    if (before === -1) return [...way, { state: to, at }];
    const kept = type === 'unmerged' ? way.slice(before, before + 1) : [{ state: to, at }];
    return [...way.slice(0, before), ...kept];
  }, []);
}

/** What usually still comes. */
function waysAhead(state: IncidentState, decision: Decision | null): readonly IncidentState[] {
  switch (state) {
    case 'detected':
      return ['reported', 'judged', 'disposing', 'disposed', 'archived'];
    case 'reported':
      return ['judged', 'disposing', 'disposed', 'archived'];
    case 'judged':
      return decision === 'observe'
        ? ['observing', 'archived']
        : ['disposing', 'disposed', 'archived'];
    case 'disposing':
      return ['disposed', 'archived'];
    case 'observing':
    case 'disposed':
      return ['archived'];
    case 'archived':
    case 'dismissed':
    case 'merged':
      return [];
  }
}

interface Told {
  readonly state: IncidentState;
  readonly decision: Decision | null;
  readonly detectedAt: string;
}

/** The stages of the bar. Before the timeline has come, only where it began and where it stands. */
export function stagesOf(
  { state, decision, detectedAt }: Told,
  items: readonly TimelineItem[],
): Stage[] {
  const way = wayOf(items);
  const known = way.at(-1)?.state === state ? way : beginning(state, detectedAt);
  return [
    ...known.map((step, index): Stage => ({
      ...step,
      is: index === known.length - 1 ? 'now' : 'past',
    })),
    ...waysAhead(state, decision).map((ahead): Stage => ({ state: ahead, at: null, is: 'ahead' })),
  ];
}

function beginning(state: IncidentState, detectedAt: string): Step[] {
  const detected: Step = { state: 'detected', at: detectedAt };
  return state === 'detected' ? [detected] : [detected, { state, at: null }];
}
