import Button from 'antd/es/button';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Picture } from './Shots';
import type { Shot } from './shots';
import { useText } from './text';
import { useSendShots } from './use-send-shots';
import styles from './shots.module.css';

interface SavedShotsProps {
  readonly incidentId: string;
  readonly shots: readonly Shot[];
}

/** The incident is there already; its pictures follow. What fails is said, and tried again by one button. */
export function SavedShots({ incidentId, shots }: SavedShotsProps) {
  const t = useText();
  const { sent, failed, retry } = useSendShots(incidentId, shots);
  const done = sent.filter(({ state }) => state === 'sent').length;
  return (
    <div className={styles.saved}>
      <LeaveGuard when={done < sent.length} />
      <p role="status">
        {done === sent.length
          ? t('shots.sent', { count: done })
          : t('shots.sending', { done, all: sent.length })}
      </p>
      <ul className={styles.list}>
        {sent.map(({ shot, state, share }) => (
          <li key={shot.id}>
            <Picture file={shot.file} />
            <span className={state === 'failed' ? styles.wrong : styles.hint}>
              {t(`shots.state.${state}`, { percent: Math.floor(share * 100) })}
            </span>
          </li>
        ))}
      </ul>
      {failed.length > 0 && (
        <>
          <ProblemAlert error={sent.find(({ state }) => state === 'failed')?.error} />
          <Button onClick={retry}>{t('shots.retry', { count: failed.length })}</Button>
        </>
      )}
    </div>
  );
}
