import writeExcelFile from 'write-excel-file/node';
import type { Cell, Row, Sheet } from 'write-excel-file/node';
import { guarded } from '#intake';
import type { BriefDocument, PrintedFigure, PrintedPiece, PrintedTable } from './brief-document.js';
import { textOfPiece } from './blocks.js';
import { figureHeads, unitName } from './figure-words.js';

/** Every table of a brief on a sheet of its own, and all figures on the last. */
export function workbookOf({ sections, figures, language }: BriefDocument): Promise<Buffer> {
  const tables = sections.flatMap((section) => section.tables);
  const names = sheetNames([
    ...tables.map(({ caption }) => caption),
    language === 'zh' ? '指标' : 'Figures',
  ]);
  const sheets = [
    ...tables.map((table) => rowsOfTable(table)),
    [headsOf(figureHeads(language)), ...figures.map((figure) => rowOfFigure(figure, language))],
  ].map((data, at): Sheet<Buffer> => ({
    ...{ data, sheet: names[at] ?? String(at + 1), stickyRowsCount: 1 },
    columns: widthsOf(data),
  }));
  return writeExcelFile(sheets).toBuffer();
}

const rowsOfTable = ({ heads, rows }: PrintedTable): Row[] => [
  headsOf(heads),
  ...rows.map((cells) => cells.map(cellOf)),
];

const headsOf = (heads: readonly string[]): Row =>
  heads.map((head) => ({ value: guarded(head), type: String, fontWeight: 'bold' as const }));

/** A count can be reckoned with; whatever else is there is text, and never a formula. */
function cellOf(piece: PrintedPiece): Cell {
  const text = textOfPiece(piece);
  const isCount = typeof piece !== 'string' && /^\d{1,3}(?:,\d{3})*$/.test(text);
  return isCount
    ? { value: Number(text.replaceAll(',', '')), type: Number, format: '#,##0' }
    : { value: guarded(text), type: String };
}

const rowOfFigure = (
  { key, words, unit, value, previous, yearBefore }: PrintedFigure,
  language: BriefDocument['language'],
): Row => [
  ...[key, words, unitName(unit, language)].map((text) => ({ value: guarded(text), type: String })),
  ...[value, previous, yearBefore].map((number) =>
    number === null
      ? null
      : { value: number, type: Number, format: unit === 'share' ? '0.0%' : '#,##0' },
  ),
];

/** In characters of digits; a Chinese one is twice as wide. */
const widthsOf = (rows: readonly Row[]): { width: number }[] =>
  (rows[0] ?? []).map((_, column) => ({
    width: Math.min(60, 4 + Math.max(...rows.map((row) => widthOf(row[column])))),
  }));

function widthOf(cell: Cell | undefined): number {
  const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : '';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

/** What Excel takes for the name of a sheet: 31 characters, without those of paths, and each of them once. */
export function sheetNames(captions: readonly string[]): string[] {
  const used = new Set<string>();
  return captions.map((caption) => {
    const plain = caption
      .replaceAll(/[\\/?*:[\]']/g, ' ')
      .trim()
      .slice(0, 28);
    let name = plain === '' ? '1' : plain;
    for (let again = 2; used.has(name.toLowerCase()); again += 1)
      name = `${plain} ${String(again)}`;
    used.add(name.toLowerCase());
    return name;
  });
}
