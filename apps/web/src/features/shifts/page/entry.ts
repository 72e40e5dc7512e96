import type { NewLogEntry } from '../../../api/shifts';

export interface EntryDraft {
  readonly source: string;
  readonly text: string;
  readonly outcome: string;
  readonly open: boolean;
}

/** What is sent of a typed line; null when there is nothing to write down. Empty fields are left out. */
export function entryOf({ source, text, outcome, open }: EntryDraft): NewLogEntry | null {
  if (text.trim() === '') return null;
  return {
    text: text.trim(),
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    ...(outcome.trim() === '' ? {} : { outcome: outcome.trim() }),
    ...(open ? { open } : {}),
  };
}

export function sameLine(a: EntryDraft, b: EntryDraft): boolean {
  return a.source === b.source && a.text === b.text && a.outcome === b.outcome && a.open === b.open;
}
