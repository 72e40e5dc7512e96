import type { SpotCheck } from '../../../api/shifts';
import { en, zh } from './locales';
import { DeadlineChip } from '../../../ui/DeadlineChip';

/** The last fifth of the time is when it turns urgent, as with every clock. */
const WARN_AT = 0.8;

/** How long there is to answer a spot check. */
export function CheckChip({ check }: { check: SpotCheck }) {
  if (check.answerBy === null) return null;
  const [start, due] = [Date.parse(check.askedAt), Date.parse(check.answerBy)];
  return (
    <DeadlineChip
      deadline={{
        title: { zh: zh['check.title'], en: en['check.title'] },
        legal: false,
        basis: null,
        startedAt: check.askedAt,
        dueAt: check.answerBy,
        warnAt: new Date(start + (due - start) * WARN_AT).toISOString(),
        state: 'running',
        remainingMs: null,
      }}
    />
  );
}
