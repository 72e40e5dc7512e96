import { useMemo } from 'react';
import { usePreview } from '../../../api/rota';
import type { NewOverride, Schedule } from '../../../api/rota-types';
import { useUsers } from '../../../api/people';
import { useRested } from '../../../lib/use-rested';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import type { People } from '../use-people';
import { ChangeList } from './ChangeList';
import { ConflictList } from './ConflictList';
import { rulesOf } from './entry';
import styles from './panel.module.css';

const REST_MS = 250;

interface OverridePreviewProps {
  readonly schedule: Schedule;
  readonly people: People;
  readonly override: NewOverride | null;
}

export function OverridePreview({ schedule, people, override }: OverridePreviewProps) {
  const t = useText();
  const { data: users = [] } = useUsers();
  const rested = useRested(override, REST_MS);
  const question = useMemo(() => questionOf(schedule, rested), [schedule, rested]);
  const { data, error } = usePreview(question);
  const preview = question === null ? undefined : data;
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? people.nameOf(id);
  return (
    <section className={styles.preview} aria-label={t('override.preview')} aria-live="polite">
      <h3>{t('override.preview')}</h3>
      {question === null && <p className={styles.soft}>{t('override.preview.ask')}</p>}
      {question !== null && <ProblemAlert error={error} />}
      {preview?.changes?.length === 0 && (
        <p className={styles.soft}>{t('override.preview.same')}</p>
      )}
      {preview?.changes && (
        <ChangeList changes={preview.changes} zone={schedule.timeZone} nameOf={nameOf} />
      )}
      {preview && override && (
        <ConflictList
          conflicts={preview.conflicts.filter(({ userId }) => userId === override.userId)}
          unreachable={preview.unreachable
            .filter(({ id }) => id === override.userId)
            .map(({ id }) => id)}
          zone={schedule.timeZone}
          nameOf={nameOf}
        />
      )}
    </section>
  );
}

/** The reason changes nothing of who is on duty, so typing it asks nothing. */
function questionOf(schedule: Schedule, override: NewOverride | null) {
  if (override === null) return null;
  const { position, from, to, userId } = override;
  return {
    schedule: rulesOf(schedule),
    scheduleId: schedule.id,
    from,
    to,
    override: { position, from, to, userId },
  };
}
