import { GRADES } from '../core/index.js';
import type { GroupedFigures, ResponseFigures } from './read-response.js';
import type {
  ResponseGroup,
  ResponseItem,
  ResponseTimesView,
  ResponseView,
} from './response.dto.js';

interface Answer extends GroupedFigures {
  readonly from: string;
  readonly to: string;
  readonly by: ResponseGroup;
  /** Of people, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** The figures in the order and with the labels in which people read them. */
export function presentResponse({ from, to, by, total, groups, names }: Answer): ResponseView {
  const items = [...groups].map(([key, figures]) => itemOf(key, labelOf(key, by, names), figures));
  return { from, to, by, total: itemOf('all', 'all', total), items: items.sort(ORDER[by]) };
}

function labelOf(key: string, by: ResponseGroup, names: ReadonlyMap<string, string>): string {
  switch (by) {
    case 'severity':
      return key;
    case 'hour':
      return `${key}:00`;
    case 'person':
      return names.get(key) ?? '';
  }
}

const ORDER: Readonly<Record<ResponseGroup, (a: ResponseItem, b: ResponseItem) => number>> = {
  severity: (a, b) => rank(a.key) - rank(b.key),
  hour: (a, b) => Number(a.key) - Number(b.key),
  person: (a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh'),
};

const rank = (severity: string): number => GRADES.findIndex((grade) => grade === severity);

const itemOf = (key: string, label: string, figures: ResponseFigures): ResponseItem => ({
  key,
  label,
  count: figures.calls,
  acknowledge: timesOf(figures.acknowledged, figures.acknowledge),
  judge: timesOf(figures.judged, figures.judge),
  steps: { mean: figures.steps },
  exhausted: figures.exhausted,
});

const timesOf = (count: number, shares: ResponseFigures['acknowledge']): ResponseTimesView => ({
  count,
  p50Ms: shares?.[0] ?? null,
  p90Ms: shares?.[1] ?? null,
  maxMs: shares?.[2] ?? null,
});
