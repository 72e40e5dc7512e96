import { Dialog } from '../../../ui/Dialog';
import { useCreateToken } from '../../../api/tokens';
import { useText } from '../text';
import { NewTokenForm } from './NewTokenForm';
import { TokenSecret } from './TokenSecret';

/** First the form, then, this once, the token. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const create = useCreateToken();
  return create.data ? (
    <Dialog key="secret" title={t('token.secret.title')} onClose={onClose}>
      <TokenSecret secret={create.data.token} onDone={onClose} />
    </Dialog>
  ) : (
    <Dialog key="form" title={t('tokens.new')} side onClose={onClose}>
      <NewTokenForm
        error={create.error}
        pending={create.isPending}
        onSubmit={(token) => create.mutate(token)}
      />
    </Dialog>
  );
}
