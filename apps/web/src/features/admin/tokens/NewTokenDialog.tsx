import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog';
import { useCreateToken } from '../../../api/tokens';
import { useText } from '../text';
import { NewTokenForm } from './NewTokenForm';
import { TokenSecret } from './TokenSecret';

/**
 * First the form, then, this once, the token. A stray click beside it, or Escape, must not lose what cannot be shown
 * again: until it was copied, only the button that says it is kept closes the dialog.
 */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const create = useCreateToken();
  const [isKept, setKept] = useState(false);
  const [isWarned, setWarned] = useState(false);
  return create.data ? (
    <Dialog
      key="secret"
      title={t('token.secret.title')}
      onClose={() => (isKept ? onClose() : setWarned(true))}
    >
      <TokenSecret
        secret={create.data.token}
        warned={isWarned}
        onCopied={() => setKept(true)}
        onDone={onClose}
      />
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
