import type { Paper, PaperBlock } from '#documents';
import type { Words } from '#platform';
import type { IncidentRecord } from '../incident-record.js';
import type { Wording } from '../wording.js';
import {
  closing,
  deadlines,
  evidence,
  facts,
  judgement,
  plan,
  publications,
  upward,
} from './sections.js';
import { attachments, mentions, timeline } from './traces.js';
import { Teller } from './teller.js';
import type { LABELS } from './words.js';

export interface RecordToPrint {
  readonly record: IncidentRecord;
  readonly sha256: string;
  /** Wordings that are still kept, by the mention's id. */
  readonly wordings: ReadonlyMap<string, Wording>;
  readonly locale: keyof Words;
}

/** A frozen record as a paper, from nothing but the record and the wordings that are still kept. */
export function recordPaper({ record, sha256, wordings, locale }: RecordToPrint): Paper {
  const teller = new Teller(record, locale);
  const section = (label: keyof typeof LABELS, blocks: readonly PaperBlock[]): PaperBlock[] => [
    { is: 'heading1', text: teller.label(label) },
    ...(blocks.length > 0 ? blocks : [{ is: 'text' as const, text: teller.label('none') }]),
  ];
  return {
    title: teller.label('title'),
    subtitle: `${record.number} · ${teller.label('chapter')} ${String(record.chapter)}`,
    language: locale,
    madeAt: Date.parse(record.archivedAt),
    blocks: [
      ...section('basics', facts(record, teller)),
      ...section('judgement', judgement(record, teller)),
      ...section('evidence', evidence(record, teller)),
      ...section('plan', plan(record, teller)),
      ...section('publications', publications(record, teller)),
      ...section('upward', upward(record, teller)),
      ...section('deadlines', deadlines(record, teller)),
      ...section('closing', closing(record, teller)),
      ...section('mentions', mentions(record, wordings, teller)),
      ...section('attachments', attachments(record, teller)),
      ...section('timeline', timeline(record, teller)),
      ...section('seal', [
        { is: 'mark', name: teller.label('record'), text: sha256 },
        { is: 'mark', name: teller.label('head'), text: record.timelineHead },
      ]),
    ],
  };
}
