import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { FileChild, IParagraphOptions } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ContentsBlock, Language, NoteBlock, PictureBlock, TableBlock } from './blocks.js';
import { FACES, OFFICIAL_PAGE, characters, halfPoints, officialSection } from './official-page.js';
import { caption } from './word/captions.js';
import { FONT_TABLE } from './word/font-table.js';
import { wordPictures } from './word/picture.js';
import { SETTINGS } from './word/settings.js';
import { STYLE, STYLES } from './word/styles.js';
import { wordTable } from './word/table.js';

/** One part of an official document, by what it is. */
export type OfficialBlock =
  | {
      readonly is: 'addressee' | 'heading1' | 'heading2' | 'subtitle' | 'text' | 'signature';
      readonly text: string;
    }
  /** A heading of the second level that the text follows on the same line. */
  | { readonly is: 'item'; readonly heading: string; readonly text: string }
  | ContentsBlock
  | NoteBlock
  | PictureBlock
  | TableBlock;

export interface OfficialDocument {
  readonly title: string;
  /** Of captions; Chinese where it is not given. */
  readonly language?: Language;
  readonly blocks: readonly OfficialBlock[];
}

/** A Word file in the body layout of official documents: no red head and no number, which only an office assigns. */
export function officialDocument({
  title,
  language = 'zh',
  blocks,
}: OfficialDocument): Promise<Buffer> {
  const heading = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] });
  const pictures = wordPictures(blocks.filter((block) => block.is === 'picture'));
  const document = new Document({
    ...{ title, creator: 'Mingbian', styles: STYLES },
    evenAndOddHeaderAndFooters: true,
    // Contents and captions have their numbers from the start, so that Word does not ask whether to fill them in.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: officialSection,
        // Odd pages have their number at the right, one character in; even ones at the left.
        footers: {
          default: pageNumber({ alignment: AlignmentType.RIGHT, indent: { right: characters(1) } }),
          even: pageNumber({ alignment: AlignmentType.LEFT, indent: { left: characters(1) } }),
        },
        children: [heading, ...blocks.flatMap((block) => childrenOf(block, pictures, language))],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [
    { path: 'word/fontTable.xml', data: FONT_TABLE },
    { path: 'word/settings.xml', data: SETTINGS },
  ]);
}

function childrenOf(
  block: OfficialBlock,
  pictures: ReadonlyMap<PictureBlock, Paragraph>,
  language: Language,
): FileChild[] {
  switch (block.is) {
    case 'heading1':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text })];
    case 'heading2':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })];
    case 'item':
      return [item(block.heading, block.text)];
    case 'contents':
      return [styled(STYLE.contentsTitle, block.title), contents(block.title)];
    case 'table':
      return [
        caption('table', block.caption, language),
        wordTable(block),
        styled(STYLE.tableText, ''),
      ];
    case 'picture': {
      const picture = pictures.get(block);
      return [
        ...(picture === undefined ? [] : [picture]),
        caption('picture', block.caption, language),
      ];
    }
    case 'text':
      return [styled(STYLE.body, block.text)];
    case 'addressee':
    case 'note':
    case 'signature':
    case 'subtitle':
      return [styled(STYLE[block.is], block.text)];
  }
}

const styled = (style: string, text: string): Paragraph => new Paragraph({ style, text });

const contents = (title: string): TableOfContents =>
  new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-1' });

const item = (heading: string, text: string): Paragraph =>
  new Paragraph({
    style: STYLE.body,
    children: [new TextRun({ text: heading, font: FACES.heading2 }), new TextRun(text)],
  });

function pageNumber(place: Pick<IParagraphOptions, 'alignment' | 'indent'>): Footer {
  const run = new TextRun({
    font: FACES.pageNumber,
    size: halfPoints(OFFICIAL_PAGE.pageNumberPt),
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return new Footer({ children: [new Paragraph({ ...place, children: [run] })] });
}
