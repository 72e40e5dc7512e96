import { Link } from 'react-router';
import type { Overview } from '../../api/overview';
import { useCommon } from '../../i18n/common';
import { SeverityMark } from '../../ui/SeverityMark';
import { useText } from './text';
import styles from './overview.module.css';

const COUNTS = ['open', 'overdue', 'escalations'] as const;

interface NowProps {
  readonly now: Overview['now'];
  /** On a wall, nothing leads anywhere. */
  readonly still?: boolean;
}

/** What goes on at this moment, the gravest by name. */
export function Now({ now, still = false }: NowProps) {
  const t = useText();
  const common = useCommon();
  return (
    <>
      <dl className={styles.counts}>
        {COUNTS.map((name) => (
          <div key={name} data-late={name !== 'open' && now[name] > 0}>
            <dt>{t(`now.${name}`)}</dt>
            <dd>{now[name]}</dd>
          </div>
        ))}
      </dl>
      {now.gravest.length === 0 ? (
        <p className={styles.soft}>{t('now.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {now.gravest.map(({ id, number, title, severity, state }) => (
            <li key={id}>
              <SeverityMark severity={severity} size={still ? 32 : 22} />
              <span className={styles.what}>
                {still ? title : <Link to={`/incidents/${id}`}>{title}</Link>}
                <span className={styles.soft}>
                  {number} · {common(`state.${state}`)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
