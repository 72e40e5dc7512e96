import { NONE } from './row.js';
import type { Row } from './row.js';

const HEAD = ['what', 'ours', 'peer or floor', 'ratio', 'goal', 'met?'];

/** The table for people, with the notes of its rows below it. */
export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.peer,
    row.ratio,
    row.goal,
    metText(row.met),
  ]);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lineOf = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' │ ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
  const notes = rows
    .filter(({ note }) => note !== '')
    .map(({ what, note }) => `  ${what}: ${note}`);
  return [lineOf(HEAD), rule, ...cells.map(lineOf), '', ...notes].join('\n');
}

function metText(met: boolean | null): string {
  if (met === null) return NONE;
  return met ? 'yes' : 'NO';
}
