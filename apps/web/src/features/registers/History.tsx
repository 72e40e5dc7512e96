import { useState } from 'react';
import { useHistory, type RecordChange, type RegisterPath } from '../../api/registers';
import { ErrorState } from '../../ui/ErrorState';
import { Skeleton } from '../../ui/Skeleton';
import { TimeAgo } from '../../ui/TimeAgo';
import { SPECS } from './specs';
import { useText } from './text';
import styles from './registers.module.css';

/** Who entered and changed a record, asked for when somebody looks. */
export function History({ path, id }: { path: RegisterPath; id: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useHistory(path, id, open);
  return (
    <details
      className={styles.history}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('history')}</summary>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {open && !data && !error && <Skeleton rows={2} />}
      <ul>
        {data?.items.map((change) => (
          <li key={change.seq}>
            <Change path={path} change={change} /> <TimeAgo at={change.at} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Change({
  path,
  change: { act, by, fields },
}: {
  path: RegisterPath;
  change: RecordChange;
}) {
  const t = useText();
  if (by === null) return <>{t('history.program')}</>;
  const changed = SPECS[path]
    .filter(({ name }) => name in fields)
    .map(({ name }) => t(`field.${name}`))
    .join(t('history.join'));
  return (
    <>
      {by.name} {t(`history.${act}`, { fields: changed })}
    </>
  );
}
