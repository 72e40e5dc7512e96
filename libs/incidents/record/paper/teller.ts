import { DateTime } from 'luxon';
import type { PaperBlock } from '#documents';
import type { Words } from '#platform';
import type { IncidentRecord, RecordedEntry } from '../incident-record.js';
import { LABELS, wordFor } from './words.js';
import type { Group } from './words.js';

/** Says what stands in a record, in one language, with the names and in the time zone of the record itself. */
export class Teller {
  constructor(
    private readonly record: Pick<IncidentRecord, 'people' | 'units' | 'timeZone'>,
    readonly locale: keyof Words,
  ) {}

  label(name: keyof typeof LABELS): string {
    return LABELS[name][this.locale];
  }

  word(group: Group, code: unknown): string {
    return wordFor(group, code, this.locale);
  }

  /** Of a person or a unit; the id when neither is known. */
  name(id: unknown): string {
    if (typeof id !== 'string') return '';
    return this.record.people[id] ?? this.record.units[id] ?? id;
  }

  /** An instant in epoch milliseconds or ISO 8601. */
  moment(at: unknown): string {
    const millis = typeof at === 'string' ? Date.parse(at) : at;
    if (typeof millis !== 'number' || Number.isNaN(millis)) return '';
    return DateTime.fromMillis(millis, { zone: this.record.timeZone }).toFormat('yyyy-MM-dd HH:mm');
  }

  actor({ actor }: RecordedEntry): string {
    return actor.kind === 'system' ? this.label('system') : this.name(actor.id);
  }

  /** Parts that are there, side by side. */
  line(...parts: readonly (string | null)[]): string {
    return parts
      .filter((part) => part !== null && part !== '')
      .join(this.locale === 'zh' ? '，' : ', ');
  }

  /** A field on a line of its own; nothing when it is empty. */
  fact(label: keyof typeof LABELS, text: string): PaperBlock[] {
    return text === '' ? [] : [{ is: 'fact', name: this.label(label), text }];
  }
}

/** What an entry or a row holds under a name, when it is a text. */
export const textIn = (data: Readonly<Record<string, unknown>>, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};

export const paramsOf = ({ data }: RecordedEntry): Readonly<Record<string, unknown>> => {
  const params = data['params'];
  return typeof params === 'object' && params !== null ? { ...params } : {};
};
