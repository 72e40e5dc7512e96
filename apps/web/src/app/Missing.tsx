import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { useText } from './text';

export function Missing() {
  const t = useText();
  return (
    <Page title={t('missing.title')} narrow>
      <EmptyState title={t('missing.body')} act={<Link to="/">{t('missing.act')}</Link>} />
    </Page>
  );
}
