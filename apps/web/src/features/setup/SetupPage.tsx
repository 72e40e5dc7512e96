import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { Gate } from '../session/Gate';
import { SetupForm } from './SetupForm';
import { useText } from './text';

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
        <SetupForm token={token} />
      )}
    </Gate>
  );
}
