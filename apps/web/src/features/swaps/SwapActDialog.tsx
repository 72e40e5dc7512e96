import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { useSwapAct, type Swap, type SwapAct } from '../../api/swaps';
import { announce } from '../../ui/announce';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { wordOf } from './act-word';
import { useText } from './text';
import { useEffectWords } from './use-effect-words';

interface ActDialogProps {
  readonly swap: Swap;
  readonly act: SwapAct;
  readonly onClose: () => void;
}

/** Says what will be, and does it when that is wanted. */
export function SwapActDialog({ swap, act, onClose }: ActDialogProps) {
  const t = useText();
  const word = wordOf(act, swap);
  const effects = useEffectWords(swap)(act);
  const [note, setNote] = useState('');
  const give = useSwapAct(swap, () => {
    announce(t(`done.${act}`));
    onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    give.mutate({ act, note: note.trim() });
  };
  return (
    <Dialog title={t(`ask.${word}`)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} />
        {effects.map((effect) => (
          <p key={effect}>{effect}</p>
        ))}
        {act === 'decline' && (
          <Field label={t('note')} optional>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
        )}
        <FormActs>
          <Button
            type="primary"
            danger={act === 'withdraw' || act === 'decline'}
            htmlType="submit"
            loading={give.isPending}
          >
            {t(`act.${word}`)}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}
