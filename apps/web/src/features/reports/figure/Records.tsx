import Button from 'antd/es/button';
import { Link } from 'react-router';
import { useFigureRecords } from '../../../api/figures';
import type { IncidentRecord, ShiftRecord } from '../../../api/report-types';
import { useCommon } from '../../../i18n/common';
import { ErrorState } from '../../../ui/ErrorState';
import { Moment } from '../../../ui/Moment';
import { SeverityMark } from '../../../ui/SeverityMark';
import { Skeleton } from '../../../ui/Skeleton';
import { useText } from './text';
import styles from './figure.module.css';

interface RecordsProps {
  readonly link: string;
  readonly onInstruct?: ((incident: IncidentRecord) => void) | undefined;
}

/** Exactly what a number counted, each one tap from its own page. */
export function Records({ link, onInstruct }: RecordsProps) {
  const t = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useFigureRecords(link);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} height={56} />;
  const records = data.pages.flatMap(({ items }) => items);
  if (records.length === 0) return <p className={styles.soft}>{t('records.none')}</p>;
  return (
    <>
      <ul className={styles.records}>
        {records.map((record) =>
          record.is === 'shift' ? (
            <ShiftRow key={record.id} shift={record} />
          ) : (
            <IncidentRow key={record.id} incident={record} onInstruct={onInstruct} />
          ),
        )}
      </ul>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('records.more')}
        </Button>
      )}
    </>
  );
}

function ShiftRow({ shift: { id, number, title } }: { readonly shift: ShiftRecord }) {
  return (
    <li className={styles.record}>
      <div className={styles.what}>
        <Link to={`/shifts/${id}`} className={styles.name}>
          {title}
        </Link>
        <p className={styles.soft}>{number}</p>
      </div>
    </li>
  );
}

interface IncidentRowProps extends Pick<RecordsProps, 'onInstruct'> {
  readonly incident: IncidentRecord;
}

function IncidentRow({ incident, onInstruct }: IncidentRowProps) {
  const t = useText();
  const common = useCommon();
  const { id, number, title, severity, state, verdict, detectedAt } = incident;
  return (
    <li className={styles.record}>
      <SeverityMark severity={severity} />
      <div className={styles.what}>
        <Link to={`/incidents/${id}`} className={styles.name}>
          {title}
        </Link>
        <p className={styles.soft}>
          {number} · {common(`state.${state}`)} · {common(`verdict.${verdict}`)} ·{' '}
          <Moment at={detectedAt} />
        </p>
      </div>
      {onInstruct && (
        <Button
          type="text"
          aria-haspopup="dialog"
          aria-label={t('instruct.for', { number })}
          onClick={() => onInstruct(incident)}
        >
          {t('instruct')}
        </Button>
      )}
    </li>
  );
}
