import type { FactItem, Subject } from '#workflow';

/** An entry of the duty log: time, from, content, dealt with how. */
export interface LogEntry {
  readonly id: string;
  readonly at: number;
  readonly byId: string | null;
  readonly source: string | null;
  readonly text: string;
  readonly outcome: string | null;
  readonly open: boolean;
}

const text = (value: FactItem[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** The duty log of a shift, oldest first. */
export function logOf(subject: Pick<Subject, 'facts'> | undefined): LogEntry[] {
  const log = subject?.facts['log'];
  if (!Array.isArray(log)) return [];
  return (log as readonly FactItem[]).map((item) => ({
    id: text(item['id']) ?? '',
    at: typeof item['at'] === 'number' ? item['at'] : 0,
    byId: text(item['byId']),
    source: text(item['source']),
    text: text(item['text']) ?? '',
    outcome: text(item['outcome']),
    open: item['open'] === true,
  }));
}
