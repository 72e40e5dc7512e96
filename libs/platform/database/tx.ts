import type { EntityManager } from 'typeorm';

/** A running transaction. It is always an argument, so that nobody writes outside it by accident. */
export type Tx = EntityManager;

/** Runs one SQL statement and returns its rows. Shapes are the caller's promise, checked by tests on a database. */
export async function sql<Row>(
  tx: Tx,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const answer: unknown = await tx.query(text, [...parameters]);
  // TypeORM answers UPDATE and DELETE … RETURNING with [rows, count], everything else with rows.
  if (isRowsWithCount(answer)) return answer[0] as Row[];
  return (Array.isArray(answer) ? answer : []) as Row[];
}

function isRowsWithCount(answer: unknown): answer is [unknown[], number] {
  return (
    Array.isArray(answer) &&
    answer.length === 2 &&
    Array.isArray(answer[0]) &&
    typeof answer[1] === 'number'
  );
}
