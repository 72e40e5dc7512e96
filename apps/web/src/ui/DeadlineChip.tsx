import { useClockMeta } from '../api/meta';
import type { Deadline } from '../api/types';
import { useCommon } from '../i18n/common';
import { useSay } from '../i18n/words';
import { useSettings } from '../settings/settings';
import { durationWords, remainingWords, shareUsed, timeState } from '../time/remaining';
import { useServerNow } from '../time/ticker';
import { fullTime } from '../time/zone';
import { Hint } from './Hint';
import styles from './DeadlineChip.module.css';

type ChipDeadline = Pick<Deadline, 'clock' | 'startedAt' | 'dueAt' | 'state' | 'remainingMs'>;

/** The one way in which a deadline is shown: its name, the time left in words, a thin bar of time used. */
export function DeadlineChip({ deadline }: { deadline: ChipDeadline }) {
  const { language } = useSettings();
  const now = useServerNow();
  const t = useCommon();
  const name = useClockName(deadline.clock);
  if (deadline.dueAt === null) return null;

  const startedAt = Date.parse(deadline.startedAt);
  const dueAt = Date.parse(deadline.dueAt);
  const paused = deadline.state === 'paused';
  const remaining = paused ? (deadline.remainingMs ?? dueAt - now) : dueAt - now;
  const asOf = dueAt - remaining;
  const state = timeState(startedAt, dueAt, asOf);
  const used = shareUsed(startedAt, dueAt, asOf);
  return (
    <Hint
      className={styles[state]}
      content={<DeadlineDetail deadline={deadline} name={name} used={used} />}
    >
      <span className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className={styles.words}>
          {paused
            ? t('deadline.paused', { left: durationWords(remaining, language) })
            : remainingWords(remaining, language)}
        </span>
      </span>
      <span className={styles.bar}>
        <span style={{ transform: `scaleX(${used.toFixed(4)})` }} />
      </span>
    </Hint>
  );
}

interface DetailProps {
  readonly deadline: ChipDeadline;
  readonly name: string;
  readonly used: number;
}

function DeadlineDetail({ deadline, name, used }: DetailProps) {
  const t = useCommon();
  const meta = useClockMeta(deadline.clock);
  return (
    <>
      <strong className={styles.detail}>{name}</strong>
      {deadline.dueAt && (
        <span className={styles.detail}>
          {t('deadline.due', { at: fullTime(Date.parse(deadline.dueAt)) })}
        </span>
      )}
      <span className={styles.detail}>
        {t('deadline.started', { at: fullTime(Date.parse(deadline.startedAt)) })} ·{' '}
        {t('deadline.used', { percent: Math.floor(used * 100) })}
      </span>
      {meta && <span className={styles.detail}>{t('deadline.basis', { basis: meta.basis })}</span>}
      {meta?.legal && <span className={styles.detail}>{t('deadline.legal')}</span>}
    </>
  );
}

/** The clock's configured title. A clock that the configuration no longer knows shows its code. */
function useClockName(clock: string): string {
  const say = useSay();
  const meta = useClockMeta(clock);
  return meta ? say(meta.title) : clock;
}
