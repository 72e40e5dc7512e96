import { DateTime } from 'luxon';
import { CROSS, changedSections, figureOf, isOut, shownSections } from '../core/index.js';
import type { Attribute, Counted, Language, NameOf, ShownSection } from '../core/index.js';
import type { BriefDocument, PrintedSection } from '../papers/brief-document.js';
import { isProvisional } from './provisional.js';
import type { ReportRow } from './report.repository.js';
import { sectionNumber } from './section-number.js';
import { subtitleOf } from './subtitle.js';

/** A report as it is printed; of one that puts another right, `before` is that other one. */
export function paperOf(
  row: ReportRow,
  before: ReportRow | null,
  { zone, nameOf }: { readonly zone: string; readonly nameOf: NameOf },
): BriefDocument {
  const sections = shownSections(row.content, row.edits, row.language);
  return {
    ...{ title: row.title, subtitle: subtitleOf(row, zone), language: row.language },
    madeAt: (row.issuedAt ?? row.draftedAt).getTime(),
    notes: [
      ...stateNotes(row),
      ...(before === null ? [] : [correctionNote(row, before, sections, zone)]),
    ],
    sections: sections.map((section, index) => printed(section, index, row)),
    figures: Object.entries(row.content.figures)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, figure]) => ({ key, ...figure, words: wordsOf(key, row.language, nameOf) })),
  };
}

const printed = (
  { key, title, paragraphs, tables, charts }: ShownSection,
  index: number,
  { language }: ReportRow,
): PrintedSection => ({
  ...{ key, title, paragraphs, tables, charts },
  number: key === 'notes' ? null : sectionNumber(key, index, language),
});

/** What a reader of paper must know who sees no screen. An issued one says nothing that may change. */
function stateNotes(row: ReportRow): string[] {
  const zh = row.language === 'zh';
  return [
    ...(isOut(row.state) ? [] : [zh ? '草稿，尚未印发。' : 'A draft; not issued.']),
    ...(isProvisional(row)
      ? [zh ? '统计期未结束，数据未定。' : 'Counted before the end of its period: provisional.']
      : []),
  ];
}

/** That it puts another edition right, which one, why, and what it changes. */
function correctionNote(
  row: ReportRow,
  before: ReportRow,
  sections: readonly ShownSection[],
  zone: string,
): string {
  const changed = changedSections(
    shownSections(before.content, before.edits, before.language),
    sections,
  );
  const titles = changed.map(
    (key) => sections.find((section) => section.key === key)?.title ?? key,
  );
  const day =
    before.issuedAt === null
      ? ''
      : DateTime.fromJSDate(before.issuedAt, { zone }).toFormat('yyyy-MM-dd');
  const edition = String(row.edition);
  const why = row.reason ?? '';
  return row.language === 'zh'
    ? `第 ${edition} 版，更正 ${day} 印发的第 ${String(before.edition)} 版。原因：${why}。改动：${titles.join('、') || '无'}。`
    : `Edition ${edition}, which puts right edition ${String(before.edition)} of ${day}. Why: ${why}. Changed: ${titles.join(', ') || 'nothing'}.`;
}

/** The figure's name; of a family with what its member is called. */
function wordsOf(key: string, language: Language, nameOf: NameOf): string {
  const ref = figureOf(key);
  if (ref === null) return key;
  const { words, counted } = ref.definition;
  if (ref.member === null) return words[language];
  const families = familiesOf(counted);
  const names = ref.member.split(CROSS).map((code, at) => nameOf(families[at] ?? '', code));
  return `${words[language]}${language === 'zh' ? '：' : ': '}${names.join(' / ')}`;
}

const CROSSED: ReadonlyMap<Attribute, readonly string[]> = new Map([
  ['kindSeverity', ['kind', 'severity']],
  ['categoryPlace', ['category', 'place']],
]);

/** What the codes of a member are codes of. */
function familiesOf(counted: Counted): readonly string[] {
  if (counted.of !== 'logged') return ['clock'];
  if (counted.by === null) return [];
  return CROSSED.get(counted.by) ?? [counted.by];
}
