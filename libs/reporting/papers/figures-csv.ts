import { csvLine } from '#intake';
import type { BriefDocument, PrintedFigure } from './brief-document.js';
import { figureHeads, unitName } from './figure-words.js';

/** By which Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Every figure of a brief, as it was counted. */
export function figuresCsv({ figures, language }: BriefDocument): string {
  const lines = figures.map((figure) => csvLine(cellsOf(figure, language)));
  return BYTE_ORDER_MARK + csvLine(figureHeads(language)) + lines.join('');
}

const cellsOf = (
  { key, words, unit, value, previous, yearBefore }: PrintedFigure,
  language: BriefDocument['language'],
): string[] => [
  ...[key, words, unitName(unit, language)],
  ...[value, previous, yearBefore].map((number) => (number === null ? '' : String(number))),
];
