import Button from 'antd/es/button';
import { useDownload } from '../../../api/download';
import type { IncidentPage, RecordLine } from '../../../api/incident-types';
import { Moment } from '../../../ui/Moment';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from './text';
import styles from './page.module.css';

/** What was kept each time it was archived, the last first; reopening takes none of them away. */
export function Records({
  incident,
  records,
}: {
  incident: Pick<IncidentPage, 'id' | 'number'>;
  records: readonly RecordLine[];
}) {
  const t = useText();
  return (
    <>
      <h3 className={styles.minor}>{t('records')}</h3>
      <ul className={styles.plain}>
        {records.map((record) => (
          <li key={record.chapter}>
            <div className={styles.actionHead}>
              <span className={styles.actionTitle}>
                {t('records.chapter', { chapter: record.chapter })}
              </span>
              <span className={styles.soft}>
                {t('records.at')} <Moment at={record.archivedAt} />
              </span>
            </div>
            {record.summary !== null && <p className={styles.written}>{record.summary}</p>}
            <p className={styles.soft}>
              {t('closing.record')} <code className={styles.hash}>{record.sha256}</code>
            </p>
            <Pdf incident={incident} chapter={record.chapter} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Pdf({
  incident: { id, number },
  chapter,
}: {
  incident: Pick<IncidentPage, 'id' | 'number'>;
  chapter: number;
}) {
  const t = useText();
  const { start, isPending, share, error } = useDownload(
    `/api/v1/incidents/${id}/record.pdf?chapter=${String(chapter)}`,
    `${number}-${String(chapter)}.pdf`,
  );
  const percent = Math.floor(share * 100);
  const isComing = isPending && percent > 0;
  return (
    <div className={styles.print}>
      <ProblemAlert error={error} />
      <Button
        size="small"
        loading={isPending}
        aria-label={isComing ? undefined : t('records.pdf.of', { chapter })}
        onClick={start}
      >
        {isComing ? t('records.pdf.coming', { percent }) : t('records.pdf')}
      </Button>
    </div>
  );
}
