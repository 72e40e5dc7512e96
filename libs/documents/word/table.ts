import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import type { ITableBordersOptions } from 'docx';
import type { TableBlock } from '../blocks.js';
import { FACES, OFFICIAL_PAGE } from '../official-page.js';
import { columnsOf, staysTogether } from '../table-columns.js';
import type { Column } from '../table-columns.js';
import { STYLE } from './styles.js';

const WIDTH = convertMillimetersToTwip(OFFICIAL_PAGE.textWidthMm);

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** In eighths of a point. */
const rule = (size: number, color = '000000') => ({ style: BorderStyle.SINGLE, size, color });
const BORDERS: ITableBordersOptions = {
  ...{ top: rule(8), bottom: rule(8), left: none, right: none },
  ...{ insideHorizontal: rule(2, '969696'), insideVertical: none },
};

/** A table as wide as the text; its heads stand again on each page, and no row is cut in two. */
export function wordTable(block: TableBlock): Table {
  const columns = columnsOf(block);
  const isTogether = staysTogether(block);
  return new Table({
    ...{ layout: TableLayoutType.FIXED, borders: BORDERS },
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    margins: { left: 60, right: 60 },
    rows: [block.heads, ...block.rows].map((cells, at) =>
      rowOf(cells, columns, {
        isHead: at === 0,
        staysWithNext: at === 0 || (isTogether && at < block.rows.length),
      }),
    ),
  });
}

const widthOf = ({ share }: Column): number => Math.floor(share * WIDTH);

interface Place {
  readonly isHead: boolean;
  readonly staysWithNext: boolean;
}

const rowOf = (cells: readonly string[], columns: readonly Column[], place: Place): TableRow =>
  new TableRow({
    ...{ tableHeader: place.isHead, cantSplit: true },
    children: columns.map((column, at) => cellOf(cells[at] ?? '', column, place)),
  });

const cellOf = (text: string, column: Column, { isHead, staysWithNext }: Place): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: widthOf(column), type: WidthType.DXA },
    ...(isHead ? { borders: { bottom: rule(6) } } : {}),
    children: [
      new Paragraph({
        style: STYLE.tableText,
        keepNext: staysWithNext,
        alignment: column.isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, ...(isHead ? { font: FACES.heading1 } : {}) })],
      }),
    ],
  });
