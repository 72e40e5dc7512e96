import Input from 'antd/es/input';
import { Link, useSearchParams } from 'react-router';
import { useFairness, useSchedules } from '../../../api/rota';
import { useServerNow } from '../../../time/ticker';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Field } from '../../../ui/Field';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { isDate } from '../days';
import { useText } from '../text';
import { todayIn } from '../view';
import { LoadTable } from './LoadTable';
import { periodNamed, periodOf, PERIODS, windowOf, type Period } from './period';
import styles from './fairness.module.css';

const HOUR = 60 * 60_000;

/** Is it shared out fairly: everybody against the mean. The period stands in the address. */
export function Component() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const now = useServerNow(HOUR);
  const { data: schedules, error: noSchedules, refetch: retrySchedules } = useSchedules();
  const [first] = schedules ?? [];
  const schedule = schedules?.find(({ id }) => id === search.get('schedule')) ?? first;
  const zone = schedule?.timeZone ?? 'UTC';
  const today = todayIn(zone, now);
  const period = periodOf(search, today);
  const { data, error, refetch } = useFairness(schedule, windowOf(period, zone));
  const change = (next: Period) => {
    const changed = new URLSearchParams(search);
    changed.set('from', next.from);
    changed.set('to', next.to);
    setSearch(changed, { replace: true });
  };
  const problem = noSchedules ?? error;
  const isWaiting = !problem && (!schedules || (schedule && !data));
  const isEmpty = schedules?.length === 0 || data?.people.length === 0;
  return (
    <Page
      title={t('fair.title')}
      beside={schedule && <span className={styles.soft}>{schedule.name}</span>}
      lead={t('fair.lead')}
      acts={
        <Link
          className={styles.back ?? ''}
          to={schedule ? `/rota?schedule=${schedule.id}` : '/rota'}
        >
          {t('fair.back')}
        </Link>
      }
    >
      <PeriodChoice period={period} today={today} onChange={change} />
      {problem && !data && (
        <ErrorState
          error={problem}
          onRetry={() => void (noSchedules ? retrySchedules() : refetch())}
        />
      )}
      {isWaiting && <Skeleton rows={8} />}
      {isEmpty && <EmptyState title={t('fair.empty')}>{t('fair.empty.body')}</EmptyState>}
      {data && data.people.length > 0 && <LoadTable fairness={data} period={period} />}
    </Page>
  );
}

interface PeriodChoiceProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

function PeriodChoice({ period, today, onChange }: PeriodChoiceProps) {
  const t = useText();
  return (
    <div className={styles.period} role="group" aria-label={t('fair.period')}>
      <div className={styles.names}>
        {PERIODS.map((name) => {
          const named = periodNamed(name, today);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={named.from === period.from && named.to === period.to}
              onClick={() => onChange(named)}
            >
              {t(`fair.period.${name}`)}
            </button>
          );
        })}
      </div>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(`fair.${end}`)}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={period[end]}
              onChange={({ target: { value } }) => {
                if (isDate(value)) onChange(ordered({ ...period, [end]: value }, end));
              }}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** The end that was not touched gives way. */
function ordered(period: Period, touched: 'from' | 'to'): Period {
  if (period.from <= period.to) return period;
  return { from: period[touched], to: period[touched] };
}
