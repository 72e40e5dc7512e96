import Button from 'antd/es/button';
import { useState, type SubmitEvent } from 'react';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';

const REASONS = ['elsewhere', 'advert', 'answered', 'unclear'] as const;
type Reason = (typeof REASONS)[number];

interface DiscardDialogProps {
  readonly count: number;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onDiscard: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why not: the usual reason is chosen already, so that one more key is enough. */
export function DiscardDialog({ count, error, isBusy, onDiscard, onClose }: DiscardDialogProps) {
  const t = useText();
  const [reason, setReason] = useState<Reason>('elsewhere');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onDiscard(t(`reason.${reason}`));
  };
  return (
    <Dialog title={t('ask.discard', { count })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <ProblemAlert error={error} />
        <Choice<Reason>
          label={t('field.reason')}
          name="reason"
          value={reason}
          options={REASONS.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          onChange={setReason}
        />
        <FormActs>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('discard')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}
