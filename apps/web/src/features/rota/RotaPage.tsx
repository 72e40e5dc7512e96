import Button from 'antd/es/button';
import { Link, useSearchParams } from 'react-router';
import { useSchedules } from '../../api/rota';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Rota } from './Rota';
import { useText } from './text';

/** Who is on duty when: one schedule, a month or a week of it. All that is chosen stands in the address. */
export function Component() {
  const t = useText();
  const [search] = useSearchParams();
  const { data: schedules, error, refetch } = useSchedules();
  const [first] = schedules ?? [];
  const schedule = schedules?.find(({ id }) => id === search.get('schedule')) ?? first;
  if (schedules && schedule) {
    return <Rota key={schedule.id} schedule={schedule} schedules={schedules} />;
  }
  return (
    <Page title={t('title')}>
      {error && !schedules && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !schedules && <Skeleton rows={12} />}
      {schedules && <NoRota />}
    </Page>
  );
}

function NoRota() {
  const t = useText();
  const mayManage = may(useMe(), 'duty.manage');
  return (
    <EmptyState
      title={t('none.title')}
      act={
        mayManage && (
          <Link to="/rota/new">
            <Button type="primary" tabIndex={-1}>
              {t('none.act')}
            </Button>
          </Link>
        )
      }
    >
      {mayManage ? t('none.body') : t('none.read')}
    </EmptyState>
  );
}
