import { useNavigate } from 'react-router';
import { useDraft } from '../../lib/use-draft';
import { announce } from '../../ui/announce';
import { Page } from '../../ui/Page';
import { BLANK } from './entry';
import { EnterForm } from './EnterForm';
import { useText } from './text';

/** An answer that was given elsewhere goes into the library. */
export function Component() {
  const t = useText();
  const navigate = useNavigate();
  const draft = useDraft('clarification', BLANK);
  return (
    <Page title={t('form.title')} lead={t('form.lead')} narrow>
      <EnterForm
        draft={draft}
        onDone={({ id, claim }) => {
          draft.clear();
          announce(claim);
          void navigate(`/library/${id}`);
        }}
      />
    </Page>
  );
}
