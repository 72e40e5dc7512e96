import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useMatterAct, type Matter } from '../../api/matters';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { announce } from '../../ui/announce';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';

/** Those that need words. */
export type AskedAct = 'return' | 'cancel';

const NAME = { return: 'question', cancel: 'reason' } as const;
/** As the server takes them. */
const LONGEST = { return: 1_000, cancel: 500 } as const;
const FIELDS = ['question', 'reason'];
const NOTHING_WRONG: FieldMessages = {};

interface ActDialogProps {
  readonly matter: Matter;
  readonly act: AskedAct;
  readonly onClose: () => void;
}

export function ActDialog({ matter, act, onClose }: ActDialogProps) {
  const t = useText();
  const name = NAME[act];
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const give = useMatterAct(matter, () => {
    announce(t(`done.${act}`));
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, give.error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isMissing = text.trim() === '';
    setWrong(isMissing ? { [name]: t('wrong.missing') } : NOTHING_WRONG);
    if (!isMissing) give.mutate({ act, [name]: text.trim() });
  };
  return (
    <Dialog title={t(`ask.${act}`)} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} fields={FIELDS} />
        <p>{t(`effect.${act}`)}</p>
        <Field label={t(`ask.${act}.label`)} errors={errorsOf(name)}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 3 }}
              maxLength={LONGEST[act]}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <FormActs>
          <Button
            type="primary"
            danger={act === 'cancel'}
            htmlType="submit"
            loading={give.isPending}
          >
            {t(`act.${act}`)}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}
