import { LineRuleType, NumberFormat, PageOrientation, convertMillimetersToTwip } from 'docx';
import type { IRunStylePropertiesOptions, ISectionPropertiesOptions } from 'docx';

/**
 * The page of official documents (GB/T 9704-2012, 5.1 and 5.2): A4, 37 mm above and 28 mm beside a text area of
 * 156 mm × 225 mm, with 22 lines of 28 characters of 16 pt. In millimetres and points, for any renderer.
 */
export const OFFICIAL_PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  leftMm: 28,
  textWidthMm: 156,
  textHeightMm: 225,
  /** The page number stands 7 mm below the text area (GB/T 9704-2012, 7.5). */
  footerGapMm: 7,
  linesPerPage: 22,
  bodyPt: 16,
  titlePt: 22,
  pageNumberPt: 14,
  contentsPt: 14,
  captionPt: 12,
  /** Tables, notes and marks; the standard sets none for them, and this is 五号. */
  smallPt: 10.5,
} as const;

const { widthMm, heightMm, topMm, leftMm, textWidthMm, textHeightMm, footerGapMm } = OFFICIAL_PAGE;
const rightMm = widthMm - leftMm - textWidthMm;
const bottomMm = heightMm - topMm - textHeightMm;
/** A line of 14 pt is 5 mm high. */
const PAGE_NUMBER_MM = 5;

/** Word counts in twentieths of a point; 225 mm hold 22 lines of 28.99 pt, which is 29 pt less what is lost in rounding. */
const TWIPS_PER_POINT = 20;
const LINE_TWIPS = Math.floor(convertMillimetersToTwip(textHeightMm) / OFFICIAL_PAGE.linesPerPage);

export const halfPoints = (points: number): number => points * 2;

/** So many characters of the body text, as an indent. */
export const characters = (count: number): number => count * OFFICIAL_PAGE.bodyPt * TWIPS_PER_POINT;

/** Exactly one line of the grid. */
export const ON_THE_GRID = { line: LINE_TWIPS, lineRule: LineRuleType.EXACT } as const;

/** Whose shapes stand for digits and Latin letters beside each Chinese face. */
const face = (eastAsia: string): NonNullable<IRunStylePropertiesOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
});

/** 仿宋 for the text, 黑体 and 楷体 for headings of the first and second level, 宋体 for the title. */
export const FACES = {
  body: face('仿宋'),
  heading1: face('黑体'),
  heading2: face('楷体'),
  title: face('方正小标宋简体'),
  pageNumber: face('宋体'),
} as const;

export const officialSection: ISectionPropertiesOptions = {
  page: {
    size: {
      width: convertMillimetersToTwip(widthMm),
      height: convertMillimetersToTwip(heightMm),
      orientation: PageOrientation.PORTRAIT,
    },
    margin: {
      top: convertMillimetersToTwip(topMm),
      left: convertMillimetersToTwip(leftMm),
      right: convertMillimetersToTwip(rightMm),
      bottom: convertMillimetersToTwip(bottomMm),
      footer: convertMillimetersToTwip(bottomMm - footerGapMm - PAGE_NUMBER_MM),
    },
    pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
  },
};
