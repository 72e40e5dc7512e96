import type { Action } from '../../../api/incident-types';

/** What waits for the reader first, then what is open for others, the next due first; what is settled stays as it was. */
export function inOrder(actions: readonly Action[]): Action[] {
  return [...actions].sort(
    (a, b) => rankOf(a) - rankOf(b) || (rankOf(a) === SETTLED ? 0 : dueOf(a) - dueOf(b)),
  );
}

const SETTLED = 2;

function rankOf({ status, mine }: Action): number {
  if (status !== 'open') return SETTLED;
  return mine ? 0 : 1;
}

const dueOf = ({ dueAt }: Action): number => (dueAt === null ? Infinity : Date.parse(dueAt));

interface Progress {
  readonly count: number;
  readonly settled: number;
  readonly late: number;
}

/** How far a plan has come; what was waived or returned is settled, too. */
export function progressOf(actions: readonly Action[], now: number): Progress {
  const open = actions.filter(({ status }) => status === 'open');
  return {
    count: actions.length,
    settled: actions.length - open.length,
    late: open.filter((action) => dueOf(action) < now).length,
  };
}
