/** What makes a spreadsheet take a cell for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
const GUARD = "'";

/** A line of CSV in which no cell is a formula. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;

/** A cell as no spreadsheet takes it for a formula. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? GUARD + cell : cell);

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The cell as it was before it was guarded: a file of ours that comes back says the same. */
export const unguarded = (cell: string): string =>
  cell.startsWith(GUARD) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
