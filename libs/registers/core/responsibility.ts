import type { RecordProblem } from './problem.js';

/** 责任分解表: which unit answers for a category, and which steps in. */
export interface Responsibility {
  readonly category: string;
  readonly unitId: string;
  readonly deputyUnitId: string | null;
  readonly note: string | null;
}

export const responsibilityProblems = ({
  unitId,
  deputyUnitId,
}: Responsibility): RecordProblem[] =>
  unitId === deputyUnitId
    ? [
        {
          path: 'deputyUnitId',
          code: 'responsibility.same-unit',
          message: { zh: '协办单位不能与责任单位相同', en: 'Another unit than the first' },
        },
      ]
    : [];
