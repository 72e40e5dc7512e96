import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { IParagraphOptions, IStylesOptions } from 'docx';
import {
  FACES,
  OFFICIAL_PAGE,
  ON_THE_GRID,
  characters,
  halfPoints,
  officialSection,
} from './official-page.js';

/** One paragraph of an official document, by what it is. */
export type OfficialBlock =
  | {
      readonly is: 'addressee' | 'heading1' | 'heading2' | 'text' | 'signature';
      readonly text: string;
    }
  /** A heading of the second level that the text follows on the same line. */
  | { readonly is: 'item'; readonly heading: string; readonly text: string };

export interface OfficialDocument {
  readonly title: string;
  readonly blocks: readonly OfficialBlock[];
}

const SIGNATURE_STYLE = 'Signature';
const ADDRESSEE_STYLE = 'Salutation';
const BODY_STYLE = 'BodyText';

const { bodyPt, titlePt, pageNumberPt } = OFFICIAL_PAGE;
const indented = { indent: { firstLine: characters(2) }, spacing: ON_THE_GRID };

/** Word's own styles, so that its outline, its table of contents and screen readers know what is what. */
const styles: IStylesOptions = {
  default: {
    document: { run: { font: FACES.body, size: halfPoints(bodyPt) } },
    title: {
      run: { font: FACES.title, size: halfPoints(titlePt), bold: false },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 2 * ON_THE_GRID.line } },
    },
    heading1: {
      run: { font: FACES.heading1, size: halfPoints(bodyPt), bold: false },
      paragraph: { ...indented, keepNext: true },
    },
    heading2: {
      run: { font: FACES.heading2, size: halfPoints(bodyPt), bold: false },
      paragraph: { ...indented, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: BODY_STYLE,
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: indented,
    },
    {
      ...{ id: ADDRESSEE_STYLE, name: 'Salutation', basedOn: 'Normal', next: BODY_STYLE },
      paragraph: { spacing: ON_THE_GRID },
    },
    {
      ...{ id: SIGNATURE_STYLE, name: 'Signature', basedOn: 'Normal' },
      paragraph: {
        alignment: AlignmentType.RIGHT,
        indent: { right: characters(2) },
        spacing: ON_THE_GRID,
        keepLines: true,
      },
    },
  ],
};

/** A Word file in the body layout of official documents: no red head and no number, which only an office assigns. */
export function officialDocument({ title, blocks }: OfficialDocument): Promise<Buffer> {
  const heading = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] });
  const document = new Document({
    title,
    creator: 'Mingbian',
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: officialSection,
        // Odd pages have their number at the right, one character in; even ones at the left.
        footers: {
          default: pageNumber({ alignment: AlignmentType.RIGHT, indent: { right: characters(1) } }),
          even: pageNumber({ alignment: AlignmentType.LEFT, indent: { left: characters(1) } }),
        },
        children: [heading, ...blocks.map(paragraphOf)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function paragraphOf(block: OfficialBlock): Paragraph {
  switch (block.is) {
    case 'addressee':
      return styled(ADDRESSEE_STYLE, block.text);
    case 'signature':
      return styled(SIGNATURE_STYLE, block.text);
    case 'text':
      return styled(BODY_STYLE, block.text);
    case 'heading1':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text });
    case 'heading2':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text });
    case 'item':
      return new Paragraph({
        style: BODY_STYLE,
        children: [
          new TextRun({ text: block.heading, font: FACES.heading2 }),
          new TextRun(block.text),
        ],
      });
  }
}

const styled = (style: string, text: string): Paragraph => new Paragraph({ style, text });

function pageNumber(place: Pick<IParagraphOptions, 'alignment' | 'indent'>): Footer {
  const run = new TextRun({
    font: FACES.pageNumber,
    size: halfPoints(pageNumberPt),
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return new Footer({ children: [new Paragraph({ ...place, children: [run] })] });
}
