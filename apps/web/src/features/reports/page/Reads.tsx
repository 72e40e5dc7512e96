import { useState } from 'react';
import type { Report } from '../../../api/report-types';
import { useReportReads } from '../../../api/reports';
import { Dialog } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/ErrorState';
import { Moment } from '../../../ui/Moment';
import { Skeleton } from '../../../ui/Skeleton';
import { useText } from './text';
import styles from './document.module.css';

interface ReadsProps {
  readonly id: string;
  readonly reads: Report['reads'];
}

/** How many have read it, and behind that who and when. */
export function Reads({ id, reads }: ReadsProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.jump}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('reads', { ...reads })}
      </button>
      {isOpen && (
        <Dialog title={t('reads.title')} side sheet onClose={() => setOpen(false)}>
          <Readers id={id} />
        </Dialog>
      )}
    </>
  );
}

function Readers({ id }: { id: string }) {
  const t = useText();
  const { data, error, refetch } = useReportReads(id, true);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  if (data.items.length === 0) return <p className={styles.soft}>{t('reads.none')}</p>;
  return (
    <ul className={styles.readers}>
      {data.items.map(({ user, unit, readAt }) => (
        <li key={user.id}>
          <span>
            {user.name} {unit !== null && <span className={styles.soft}>{unit}</span>}
          </span>
          <span className={styles.soft}>
            {readAt === null ? t('reads.unread') : <Moment at={readAt} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
