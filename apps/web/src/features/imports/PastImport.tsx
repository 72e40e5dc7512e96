import { Link } from 'react-router';
import type { ImportItem } from '../../api/imports';
import { Moment } from '../../ui/Moment';
import { useText } from './text';
import styles from './imports.module.css';

/** One line of what was imported before. */
export function PastImport({ item }: { item: ImportItem }) {
  const t = useText();
  const { id, fileName, source, dryRun, state, progress, rows, rejected, added } = item;
  return (
    <li>
      <Link to={`/inbox/import/${id}`}>{fileName}</Link>
      <p className={styles.facts}>
        <span>{source.name}</span>
        <Moment at={item.createdAt} />
        <strong className={styles.state} data-state={state}>
          {t(`state.${state}`, { percent: Math.floor(progress * 100) })}
        </strong>
        {dryRun && <span>{t('past.dry')}</span>}
        {state === 'done' && (
          <span>{t('past.counts', { rows, added: added.mentions, rejected })}</span>
        )}
      </p>
    </li>
  );
}
