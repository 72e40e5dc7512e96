import { Link } from 'react-router';
import type { WaitingItem } from '../../api/overview';
import { TimeAgo } from '../../ui/TimeAgo';
import { useText } from './text';
import styles from './overview.module.css';

/** What nobody else can sign, the longest wait first. */
export function Waiting({ waiting }: { waiting: readonly WaitingItem[] }) {
  const t = useText();
  if (waiting.length === 0) return <p className={styles.soft}>{t('waiting.none')}</p>;
  return (
    <ul className={styles.lines}>
      {waiting.map(({ is, id, title, since, path }) => (
        <li key={`${is} ${id}`}>
          <span className={styles.what}>
            <Link to={path}>{title}</Link>
            <span className={styles.soft}>
              {t(`waiting.${is}`)} · <TimeAgo at={since} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
