import { PICTURE_WIDTH } from '#documents';
import type { OfficialDocument, Paper, PaperBlock } from '#documents';
import { CHART_WIDTH } from '../core/index.js';
import type { BriefDocument, PrintedPiece, PrintedSection } from './brief-document.js';

/** What stands on paper is the same in Word and in PDF. */
type Block =
  | Extract<PaperBlock, { readonly is: 'contents' | 'note' | 'picture' | 'table' }>
  | { readonly is: 'heading1' | 'text'; readonly text: string };

export const paperOf = (brief: BriefDocument): Paper => ({
  ...{ title: brief.title, subtitle: brief.subtitle, language: brief.language },
  ...{ madeAt: brief.madeAt, blocks: blocksOf(brief) },
});

export const wordDocumentOf = (brief: BriefDocument): OfficialDocument => ({
  ...{ title: brief.title, language: brief.language },
  blocks: [{ is: 'subtitle', text: brief.subtitle }, ...blocksOf(brief)],
});

const blocksOf = ({ language, notes, sections }: BriefDocument): Block[] => [
  ...notes.map((text): Block => ({ is: 'note', text })),
  { is: 'contents', title: language === 'zh' ? '目录' : 'Contents' },
  ...sections.flatMap((section) => sectionBlocks(section, language)),
];

const sectionBlocks = (section: PrintedSection, language: BriefDocument['language']): Block[] => [
  { is: 'heading1', text: headingOf(section, language) },
  ...section.paragraphs.map((pieces): Block => ({
    is: 'text',
    text: pieces.map(textOfPiece).join(''),
  })),
  ...section.charts.map(({ title, alt, height, option }): Block => ({
    ...{ is: 'picture', caption: title, alt, option },
    height: (height / CHART_WIDTH) * PICTURE_WIDTH,
  })),
  ...section.tables.map(({ caption, heads, rows }): Block => ({
    ...{ is: 'table', caption, heads },
    rows: rows.map((cells) => cells.map(textOfPiece)),
  })),
];

/** 一、总体态势, or 1. The situation. */
function headingOf(
  { number, title }: Pick<PrintedSection, 'number' | 'title'>,
  language: BriefDocument['language'],
): string {
  if (number === null) return title;
  return language === 'zh' ? `${number}、${title}` : `${number}. ${title}`;
}

export const textOfPiece = (piece: PrintedPiece): string =>
  typeof piece === 'string' ? piece : piece.text;
