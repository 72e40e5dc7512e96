import { useNavigate } from 'react-router';
import { Page } from '../../ui/Page';
import { MatterForm } from './MatterForm';
import { useText } from './text';

export function Component() {
  const t = useText();
  const navigate = useNavigate();
  return (
    <Page title={t('form.new')} narrow>
      <MatterForm
        matter={null}
        onDone={(saved) => void navigate(saved === null ? '/matters' : `/matters/${saved.id}`)}
      />
    </Page>
  );
}
