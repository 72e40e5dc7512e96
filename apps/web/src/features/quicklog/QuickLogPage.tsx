import { Page } from '../../ui/Page';
import { QuickLog } from './QuickLog';
import { useText } from './text';

export function Component() {
  const t = useText();
  return (
    <Page title={t('title')} narrow>
      <QuickLog guard />
    </Page>
  );
}
