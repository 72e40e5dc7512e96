import type { TimelineEntry } from '#platform';
import type { JudgingEntry } from '../core/index.js';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (value: unknown, name: string): string | null => {
  const found = isRecord(value) ? value[name] : null;
  return typeof found === 'string' ? found : null;
};

/** What an entry of the timeline says of a judgement. It is history: its shape is looked at, not trusted. */
export const judgingEntry = ({
  type,
  data,
}: Pick<TimelineEntry, 'type' | 'data'>): JudgingEntry => ({
  type,
  command: textIn(data, 'command'),
  seen: textIn(isRecord(data) ? data['params'] : null, 'seen'),
});
