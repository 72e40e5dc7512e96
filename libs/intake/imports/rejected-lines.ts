import type { Locale } from '#identity';
import type { Tx } from '#platform';
import { csvLine } from '../core/index.js';
import { readRejects } from './import.repository.js';

const AT_ONCE = 1_000;

/** The file of rejected rows, line by line, with the reasons at the end of each. No cell is a formula. */
export async function* rejectedLines(
  tx: Tx,
  id: string,
  columns: readonly string[],
  locale: Locale,
): AsyncGenerator<string> {
  const head = locale === 'zh' ? ['行号', '退回原因'] : ['line', 'why rejected'];
  // With a mark, without which spreadsheets take Chinese for something else.
  yield `\uFEFF${csvLine([...columns, ...head])}`;
  for (let after = 0; ;) {
    const rows = await readRejects(tx, id, after, AT_ONCE);
    for (const { line, reasons, cells } of rows) {
      const why = reasons.map((words) => words[locale]).join(locale === 'zh' ? '；' : '; ');
      yield csvLine([...columns.map((column) => cells[column] ?? ''), String(line), why]);
      after = line;
    }
    if (rows.length < AT_ONCE) return;
  }
}
