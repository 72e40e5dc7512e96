import { FIELD_NAMES, TO_VERIFY } from './fields.js';
import type { ReportField, ReportFields } from './fields.js';

/** One paragraph of a report, by what it is. */
export type ReportBlock =
  | { readonly is: 'addressee' | 'heading1' | 'text' | 'signature'; readonly text: string }
  | { readonly is: 'item'; readonly heading: string; readonly text: string };

/** What is written: field by field, or as one text. */
export interface ReportContent {
  readonly fields: ReportFields | null;
  readonly body: string | null;
}

/** Everything that stands on the paper. */
export interface ReportPaper extends ReportContent {
  readonly title: string;
  readonly receiver: string;
  readonly sender: string;
  /** 2026年3月2日. */
  readonly day: string;
}

const CHAPTERS: readonly { readonly heading: string; readonly fields: readonly ReportField[] }[] = [
  { heading: '一、基本情况', fields: ['receivedAt', 'source', 'timeAndPlace', 'nature'] },
  { heading: '二、影响和危害', fields: ['scope', 'harm'] },
  { heading: '三、发展趋势', fields: ['trend'] },
  { heading: '四、处置情况', fields: ['measures', 'leaders'] },
];
const ITEM_NUMBERS = ['一', '二', '三', '四'];

/** The paragraphs between addressee and signature. */
function bodyBlocks({ fields, body }: ReportContent): ReportBlock[] {
  if (fields === null) return paragraphsOf(body ?? '');
  return CHAPTERS.flatMap(({ heading, fields: names }): ReportBlock[] => [
    { is: 'heading1', text: heading },
    ...names.flatMap((name, index) => itemOf(name, fields[name], names.length > 1 ? index : null)),
  ]);
}

/** A chapter of one field needs no number for it. */
function itemOf(name: ReportField, value: string, index: number | null): ReportBlock[] {
  const [first = `${TO_VERIFY}。`, ...more] = linesOf(value);
  const rest = more.map((text): ReportBlock => ({ is: 'text', text }));
  if (index === null) return [{ is: 'text', text: first }, ...rest];
  const heading = `（${ITEM_NUMBERS[index] ?? ''}）${FIELD_NAMES[name]}。`;
  return [{ is: 'item', heading, text: first }, ...rest];
}

const paragraphsOf = (text: string): ReportBlock[] =>
  linesOf(text).map((line) => ({ is: 'text', text: line }));

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The whole report: for the screen, the Word file, and what is frozen. */
export const paperBlocks = (paper: ReportPaper): ReportBlock[] => [
  { is: 'addressee', text: `${paper.receiver}：` },
  ...bodyBlocks(paper),
  { is: 'signature', text: paper.sender },
  { is: 'signature', text: paper.day },
];

/** The report as plain text, paragraph by paragraph: what its hash is taken of, and what the incident's record keeps. */
export const plainText = (paper: ReportPaper): string =>
  [paper.title, ...paperBlocks(paper).map(lineOf)].join('\n');

const lineOf = (block: ReportBlock): string =>
  block.is === 'item' ? `${block.heading}${block.text}` : block.text;
