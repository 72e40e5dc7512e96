import { AlignmentType } from 'docx';
import type { IStylesOptions } from 'docx';
import { FACES, OFFICIAL_PAGE, ON_THE_GRID, characters, halfPoints } from '../official-page.js';

/** Names of Word's own styles, by which it knows its outline, captions and contents; `Picture` and `TableText` are ours. */
export const STYLE = {
  addressee: 'Salutation',
  body: 'BodyText',
  caption: 'Caption',
  contents: 'TOC1',
  contentsTitle: 'TOCHeading',
  note: 'Note',
  picture: 'Picture',
  signature: 'Signature',
  subtitle: 'Subtitle',
  tableText: 'TableText',
} as const;

const { bodyPt, captionPt, contentsPt, smallPt, titlePt } = OFFICIAL_PAGE;

/** 28 characters of 16 pt are 2 mm wider than the line: each gives a quarter of a point, counted in twentieths. */
const SQUEEZED = { characterSpacing: -5 };
const indented = { indent: { firstLine: characters(2) }, spacing: ON_THE_GRID };
const tableText = {
  run: { size: halfPoints(smallPt) },
  paragraph: { spacing: { before: 30, after: 30 } },
};

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FACES.body, size: halfPoints(bodyPt) } },
    title: {
      run: { font: FACES.title, size: halfPoints(titlePt), bold: false },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: ON_THE_GRID.line } },
    },
    heading1: {
      run: { ...SQUEEZED, font: FACES.heading1, size: halfPoints(bodyPt), bold: false },
      paragraph: { ...indented, keepNext: true },
    },
    heading2: {
      run: { ...SQUEEZED, font: FACES.heading2, size: halfPoints(bodyPt), bold: false },
      paragraph: { ...indented, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      ...{ id: STYLE.body, name: 'Body Text', basedOn: 'Normal', quickFormat: true },
      run: SQUEEZED,
      paragraph: { ...indented, alignment: AlignmentType.BOTH },
    },
    {
      ...{ id: STYLE.addressee, name: 'Salutation', basedOn: 'Normal', next: STYLE.body },
      paragraph: { spacing: ON_THE_GRID },
    },
    {
      ...{ id: STYLE.signature, name: 'Signature', basedOn: 'Normal' },
      paragraph: {
        ...{ alignment: AlignmentType.RIGHT, indent: { right: characters(2) } },
        ...{ spacing: ON_THE_GRID, keepLines: true },
      },
    },
    {
      ...{ id: STYLE.subtitle, name: 'Subtitle', basedOn: 'Normal', next: STYLE.body },
      run: { font: FACES.heading2 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: ON_THE_GRID.line } },
    },
    {
      ...{ id: STYLE.caption, name: 'caption', basedOn: 'Normal', next: STYLE.body },
      run: { font: FACES.heading1, size: halfPoints(captionPt) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 80, after: 160 } },
    },
    {
      ...{ id: STYLE.picture, name: 'Picture', basedOn: 'Normal', next: STYLE.caption },
      // A line of a fixed height would cut the picture off.
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 160 } },
    },
    { ...{ id: STYLE.tableText, name: 'Table Text', basedOn: 'Normal' }, ...tableText },
    {
      ...{ id: STYLE.note, name: 'Note', basedOn: 'Normal', next: STYLE.body },
      ...{ run: { size: halfPoints(smallPt) }, paragraph: { spacing: { before: 80, after: 160 } } },
    },
    {
      ...{ id: STYLE.contentsTitle, name: 'TOC Heading', basedOn: 'Normal', next: STYLE.contents },
      run: { font: FACES.heading1, size: halfPoints(bodyPt) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 160 } },
    },
    {
      ...{ id: STYLE.contents, name: 'toc 1', basedOn: 'Normal' },
      run: { size: halfPoints(contentsPt) },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
  ],
};
