import type { ClockRule, CompiledDefinition } from './compiled.js';
import { isFinal } from './compiled.js';
import type { ClockAct } from './definition.js';
import { read, type Scene } from './scene.js';
import { isSubject } from './shape.js';
import type { DeadlineChange, FactValue, LiveClock, Subject } from './types.js';

export interface ClockChanges {
  readonly deadlines: readonly DeadlineChange[];
  readonly clocks: readonly LiveClock[];
}

interface Happening {
  readonly event: string;
  readonly final: boolean;
  /** The grade after a change; null when it did not change. */
  readonly newGrade: FactValue;
}

/**
 * What an event does to the clocks: it stops first, so a clock that it both stops and starts begins
 * again. A final state stops everything and starts nothing.
 */
export function changeClocks(
  rules: readonly ClockRule[],
  live: readonly LiveClock[],
  { event, final, newGrade }: Happening,
): ClockChanges {
  const stoppedBy = new Set(rules.filter((r) => r.stops.includes(event)).map((r) => r.name));
  const stopped = live.filter(({ clock }) => final || stoppedBy.has(clock));
  const kept = live.filter((clock) => !stopped.includes(clock));
  const idle = final ? [] : rules.filter(({ name }) => kept.every(({ clock }) => clock !== name));
  const started = idle.filter((rule) => rule.starts.includes(event));
  const continued = idle.filter((rule) => rule.continues?.includes(event) === true);
  const regraded = typeof newGrade === 'string' && kept.length + continued.length > 0;
  return {
    deadlines: [
      ...stopped.map(({ clock }) => ({ change: 'stop', clock, by: event }) as const),
      ...started.map(({ name }) => ({ change: 'start', clock: name }) as const),
      ...continued.map(({ name }) => ({ change: 'continue', clock: name }) as const),
      ...(regraded ? [{ change: 'rebase', grade: newGrade } as const] : []),
    ],
    clocks: [
      ...kept,
      ...[...started, ...continued].map(({ name }) => ({ clock: name, state: 'running' }) as const),
    ],
  };
}

/** What a command like pause-clock does. A clock that is not in the right state is left alone. */
export function actOnClock(
  act: ClockAct | undefined,
  live: readonly LiveClock[],
  scene: Scene,
): ClockChanges {
  if (act === undefined) return { deadlines: [], clocks: live };
  if ('resume' in act) {
    const clock = nameOfLive(read(act.resume, scene), 'paused', live);
    if (clock === null) return { deadlines: [], clocks: live };
    return { deadlines: [{ change: 'resume', clock }], clocks: withState(live, clock, 'running') };
  }
  const clock = nameOfLive(read(act.pause, scene), 'running', live);
  const resumeBy = read(act.resumeBy, scene);
  if (clock === null || typeof resumeBy !== 'number') return { deadlines: [], clocks: live };
  return {
    deadlines: [{ change: 'pause', clock, resumeBy }],
    clocks: withState(live, clock, 'paused'),
  };
}

function nameOfLive(
  name: FactValue,
  state: LiveClock['state'],
  live: readonly LiveClock[],
): string | null {
  return live.find((clock) => clock.clock === name && clock.state === state)?.clock ?? null;
}

function withState(
  live: readonly LiveClock[],
  name: string,
  state: LiveClock['state'],
): LiveClock[] {
  return live.map((clock) => (clock.clock === name ? { clock: name, state } : clock));
}

/**
 * An event from outside (one of `emits`, such as a publication) starts and stops clocks without
 * being a command: state, version and facts stay. An event that is not declared changes nothing.
 */
export function hearOutside(
  definition: CompiledDefinition,
  subject: Subject,
  event: string,
): ClockChanges {
  if (!isSubject(subject)) return { deadlines: [], clocks: [] };
  if (!definition.source.emits.includes(event)) return { deadlines: [], clocks: subject.clocks };
  const final = isFinal(definition, subject.state);
  return changeClocks(definition.clocks, subject.clocks, { event, final, newGrade: null });
}
