import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { call } from '../../api/client';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Skeleton } from '../../ui/Skeleton';
import { Gate } from '../session/Gate';
import { SetupForm } from './SetupForm';
import { useText } from './text';
import { UsedLink } from './UsedLink';

export function Component() {
  const t = useText();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  return (
    <Gate title={t('title')} lead={t('lead')}>
      {token === '' ? (
        <EmptyState title={t('noToken.title')} act={<Link to="/sign-in">{t('signIn')}</Link>}>
          {t('noToken.body')}
        </EmptyState>
      ) : (
        <Setup token={token} />
      )}
    </Gate>
  );
}

/** Whether the link still works is asked first: nobody should fill in a form for nothing. */
function Setup({ token }: { token: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['setup', token],
    queryFn: () => call('GET /setup', { query: { token } }),
    staleTime: Infinity,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={3} height={72} />;
  return data.valid ? <SetupForm token={token} /> : <UsedLink />;
}
