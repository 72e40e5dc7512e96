import { useSearchParams } from 'react-router';
import { useResponse } from '../../api/response';
import { useMe } from '../../api/session';
import { useServerNow } from '../../time/ticker';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Hours } from './Hours';
import { PeriodChoice } from './PeriodChoice';
import { People } from './People';
import { periodOf, spanBefore, spanOf } from './period';
import { Severities } from './Severities';
import { useText } from './text';
import { Verdict } from './Verdict';
import styles from './response.module.css';

const HOUR = 3_600_000;

/** How soon is a call answered? Leaders see everybody, all others themselves. The period stands in the address. */
export function Component() {
  const t = useText();
  const { roles } = useMe();
  const seesAll = roles.includes('leader') || roles.includes('admin');
  const [search] = useSearchParams();
  const now = useServerNow(HOUR);
  const period = periodOf(search);
  const span = spanOf(period, now);
  const people = useResponse(span, 'person');
  const severities = useResponse(span, 'severity', seesAll);
  const hours = useResponse(span, 'hour', seesAll);
  const before = useResponse(spanBefore(period, now), 'person');
  const main = seesAll ? severities : people;
  const total = main.data?.total;
  const isEmpty = total?.count === 0 && total.judge.count === 0;
  return (
    <Page
      title={t('title')}
      quiet
      lead={
        total &&
        !isEmpty && (
          <Verdict total={total} before={before.data?.total} period={period} isOwn={!seesAll} />
        )
      }
    >
      <PeriodChoice period={period} />
      {main.error && !main.data && (
        <ErrorState error={main.error} onRetry={() => void main.refetch()} />
      )}
      {!main.data && !main.error && <Skeleton rows={8} />}
      {isEmpty && (
        <EmptyState title={t(seesAll ? 'empty' : 'empty.own')}>{t('empty.body')}</EmptyState>
      )}
      {main.data && !isEmpty && (
        <>
          {severities.data && <Severities items={severities.data.items} />}
          {hours.data && <Hours items={hours.data.items} />}
          {people.data && <People items={people.data.items} isOwn={!seesAll} />}
          <p className={styles.note}>{t('note')}</p>
          {!seesAll && <p className={styles.note}>{t('note.own')}</p>}
        </>
      )}
    </Page>
  );
}
