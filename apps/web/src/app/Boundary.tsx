import Button from 'antd/es/button';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { useText } from './text';

/**
 * A page that failed to render, or whose code could not be fetched (a new version was installed meanwhile).
 * A full reload mends both.
 */
export function Boundary() {
  const t = useText();
  return (
    <Page title={t('broken.title')} narrow>
      <EmptyState
        title={t('broken.body')}
        act={<Button onClick={() => location.reload()}>{t('broken.act')}</Button>}
      />
    </Page>
  );
}
