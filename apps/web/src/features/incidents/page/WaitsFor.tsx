import type { IncidentPage } from '../../../api/incident-types';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import styles from './next.module.css';

/** Whom it waits for, when it does not wait for the reader. */
export function WaitsFor({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const words = useWords(incident);
  const mine = incident.actions.filter((action) => action.mine && action.status === 'open').length;
  return (
    <p className={styles.waits}>
      {mine > 0 ? <a href="#plan">{t('wait.mine', { count: mine })}</a> : words}
    </p>
  );
}

function useWords(incident: IncidentPage): string {
  const t = useText();
  const say = useSaying();
  const { state, decision, acknowledgedAt, observeUntil, mergedInto } = incident;
  const unit = incident.unit?.name ?? t('unit.responsible');
  switch (state) {
    case 'detected':
    case 'disposed':
    case 'archived':
    case 'dismissed':
      return t(`wait.${state}`);
    case 'reported':
      return acknowledgedAt === null ? t('wait.reported.unacknowledged') : t('wait.reported');
    case 'judged':
      return decision === 'observe' ? t('wait.judged.observe') : t('wait.judged', { unit });
    case 'observing':
      return t('wait.observing', {
        at: observeUntil === null ? '' : say.moment(Date.parse(observeUntil)),
      });
    case 'disposing':
      return t('wait.disposing', { unit });
    case 'merged':
      return mergedInto === null
        ? t('wait.merged.unknown')
        : t('wait.merged', { number: mergedInto.number });
  }
}
