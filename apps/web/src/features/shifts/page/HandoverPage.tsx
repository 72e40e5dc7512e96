import { Navigate, useParams } from 'react-router';
import { useHandoverOf } from '../../../api/handovers';
import { useMe } from '../../../api/session';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { useText } from '../text';

/** A handover is read and signed on the page of one's own shift; messages lead here, and this leads there. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const me = useMe();
  const { data, error, refetch } = useHandoverOf(id);
  if (data) {
    const place =
      data.incoming?.id === me.id
        ? `/shifts/${data.nextShiftId}#take-over`
        : `/shifts/${data.shiftId}#hand-over`;
    return <Navigate to={place} replace />;
  }
  return (
    <Page title={t('hand.take')} narrow>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />}
    </Page>
  );
}
