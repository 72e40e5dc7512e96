import { useSearchParams } from 'react-router';
import { PERIODS, type PeriodName } from './period';
import { useText } from './text';
import styles from './response.module.css';

export function PeriodChoice({ period }: { period: PeriodName }) {
  const t = useText();
  const [, setSearch] = useSearchParams();
  return (
    <div className={styles.periods} role="group" aria-label={t('period')}>
      {PERIODS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === period}
          onClick={() => setSearch({ period: name }, { replace: true })}
        >
          {t(`period.${name}`)}
        </button>
      ))}
    </div>
  );
}
