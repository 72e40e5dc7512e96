/** Severity, highest first, and what has not been rated yet. Subjects without severity are `unrated`. */
export const GRADES = ['I', 'II', 'III', 'IV', 'unrated'] as const;
export type Grade = (typeof GRADES)[number];

/** The grades that have an order, highest first. `unrated` has no place in it. */
export const RATED_GRADES = ['I', 'II', 'III', 'IV'] as const satisfies readonly Grade[];

/** `rated`: to, from or among no rating, or to the same; there is neither higher nor lower. */
export type GradeMove = 'raised' | 'lowered' | 'rated';

export function gradeMove(from: Grade, to: Grade): GradeMove {
  if (from === 'unrated' || to === 'unrated' || from === to) return 'rated';
  return RATED_GRADES.indexOf(to) < RATED_GRADES.indexOf(from) ? 'raised' : 'lowered';
}

export const isGrade = (text: string): text is Grade => GRADES.some((grade) => grade === text);
