import { useEngine, type EngineHealth } from '../../api/engine';
import { useSay } from '../../i18n/words';
import { ErrorState } from '../../ui/ErrorState';
import { Moment } from '../../ui/Moment';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { AuditSection } from './AuditSection';
import { ChannelTable } from './ChannelTable';
import { EngineFacts } from './EngineFacts';
import styles from './engine.module.css';
import { useText } from './text';

/** Is it firing on time? */
export function Component() {
  const t = useText();
  const { data, error, refetch } = useEngine();
  return (
    <Page title={t('title')} quiet lead={data && <Verdict health={data} />}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && <AuditSection audit={data.audit} />}
      {data && <EngineFacts health={data} />}
      <ChannelTable />
    </Page>
  );
}

const CLASS = { ok: styles.ok, late: styles.late, down: styles.down } as const;

function Verdict({ health: { verdict, reasons, armed } }: { health: EngineHealth }) {
  const t = useText();
  const say = useSay();
  return (
    <div role="status">
      <p className={`${styles.verdict ?? ''} ${CLASS[verdict] ?? ''}`}>{t(`verdict.${verdict}`)}</p>
      {verdict === 'ok' && <span>{t('lead.ok')} </span>}
      {armed.next === null ? (
        <span>{t('lead.idle')}</span>
      ) : (
        <span>
          {t('lead.armed')}
          <Moment at={armed.next} />
        </span>
      )}
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map(({ code, message }, index) => (
            // Two ladders may stand still for the same reason.
            <li key={`${code} ${String(index)}`}>{say(message)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
