import { GRADES, formatDuration, isDueFromEvent } from '#escalation';
import type { ClockPolicy } from '#escalation';
import { INCIDENT_KINDS, SEVERITIES, VERDICTS } from '#incidents';
import type { Configuration } from '#product';
import type { CompiledDefinition } from '#workflow';
import type { ClockMeta, MatrixView, MetaView, StateMeta } from './meta.dto.js';

interface Moment {
  readonly now: number;
  readonly demo: boolean;
  readonly version: string;
}

/** The workspace's constants, as screens need them. */
export function presentMeta(
  { organisation, clocks, incidents }: Configuration,
  incident: CompiledDefinition,
  { now, demo, version }: Moment,
): MetaView {
  return {
    organisation: organisation.name,
    timeZone: organisation.timeZone,
    serverTime: new Date(now).toISOString(),
    demo,
    version,
    categories: [...incidents.categories],
    kinds: [...INCIDENT_KINDS],
    severities: [...SEVERITIES],
    verdicts: [...VERDICTS],
    states: [...incident.states].map(([name, { label, final }]): StateMeta => ({
      name,
      zh: label.zh,
      en: label.en,
      final,
    })),
    clocks: Object.entries(clocks).map(([name, clock]) => clockMeta(name, clock)),
    matrix: incidents.matrix satisfies MatrixView,
  };
}

const clockMeta = (name: string, { title, basis, legal, due }: ClockPolicy): ClockMeta => ({
  name,
  title: title ?? { zh: name, en: name },
  basis: basis ?? null,
  legal,
  due: dueBySeverity(due),
});

function dueBySeverity(due: ClockPolicy['due']): ClockMeta['due'] {
  if (isDueFromEvent(due)) return null;
  const durations = GRADES.map((grade) => [grade, due[grade]] as const);
  return Object.fromEntries(
    durations.map(([grade, time]) => [grade, time === null ? null : formatDuration(time)]),
  );
}
