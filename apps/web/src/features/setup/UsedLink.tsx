import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { useText } from './text';

/** No form can mend a link that was used or has expired. */
export function UsedLink() {
  const t = useText();
  return (
    <EmptyState title={t('used.title')} act={<Link to="/sign-in">{t('signIn')}</Link>}>
      {t('used.body')}
    </EmptyState>
  );
}
