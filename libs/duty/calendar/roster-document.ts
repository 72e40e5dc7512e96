import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { DateTime } from 'luxon';
import { FACES, OFFICIAL_PAGE, halfPoints, officialSection } from '#documents';
import { POSITIONS } from '../core/index.js';
import type { Position, Segment } from '../core/index.js';

export interface RosterSheet {
  readonly name: string;
  /** `2026-11`. */
  readonly month: string;
  readonly timeZone: string;
  readonly segments: readonly Segment[];
  readonly names: ReadonlyMap<string, string>;
  readonly isHoliday: (date: string) => boolean;
  readonly holidayName: (date: string) => { zh: string; en: string } | null;
}

const HEADINGS = ['日期', '星期', '值班员', '副班', '带班领导', '备注'];
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
/** 小四: a month of rows fits on a page. */
const TABLE_PT = 12;
const BOLD = { bold: true };

/** 值班表: the month of a schedule in the usual table form, a Word file. */
export async function rosterDocument(sheet: RosterSheet): Promise<Buffer> {
  const { name, month } = sheet;
  const [year = '', number = ''] = month.split('-');
  const title = `${name}${year}年${String(Number(number))}月值班表`;
  const document = new Document({
    title,
    creator: 'Mingbian',
    styles: { default: { document: { run: { font: FACES.body, size: halfPoints(TABLE_PT) } } } },
    sections: [
      {
        properties: officialSection,
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [
              new TextRun({ text: title, size: halfPoints(OFFICIAL_PAGE.titlePt), ...BOLD }),
            ],
          }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              row(HEADINGS, { header: true }),
              ...daysOf(sheet).map((cells) => row(cells, { header: false })),
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function daysOf(sheet: RosterSheet): string[][] {
  const first = DateTime.fromISO(`${sheet.month}-01`, { zone: sheet.timeZone });
  const count = first.daysInMonth ?? 31;
  return Array.from({ length: count }, (_, index) => {
    const day = first.plus({ days: index });
    const date = day.toFormat('yyyy-MM-dd');
    return [
      day.toFormat('M月d日'),
      WEEKDAYS[day.weekday - 1] ?? '',
      ...POSITIONS.map((position) => whoOn(day, position, sheet)),
      sheet.isHoliday(date) ? (sheet.holidayName(date)?.zh ?? '休') : '',
    ];
  });
}

/** Those who come on duty on this day, with the hour where there are several; who goes on from before otherwise. */
function whoOn(
  day: DateTime,
  position: Position,
  { segments, names, timeZone }: RosterSheet,
): string {
  const [from, to] = [day.toMillis(), day.plus({ days: 1 }).toMillis()];
  const present = segments.filter(
    (segment) => segment.position === position && segment.from < to && segment.to > from,
  );
  const starting = present.filter((segment) => segment.from >= from);
  const shown = starting.length > 0 ? starting : present;
  const name = ({ userId }: Segment): string => names.get(userId) ?? '';
  if (shown.length <= 1) return shown.map(name).join('');
  return shown
    .map(
      (one) =>
        `${name(one)}（${DateTime.fromMillis(one.from, { zone: timeZone }).toFormat('H:mm')}起）`,
    )
    .join('、');
}

const row = (cells: readonly string[], { header }: { readonly header: boolean }): TableRow =>
  new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text, ...(header ? BOLD : {}) })],
            }),
          ],
        }),
    ),
  });
