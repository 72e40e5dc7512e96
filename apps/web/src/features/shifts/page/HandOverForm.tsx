import Button from 'antd/es/button';
import TextArea from 'antd/es/input/TextArea';
import { useRef, type SubmitEvent } from 'react';
import { useHandOver } from '../../../api/handovers';
import type { Person } from '../../../api/types';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import styles from './handover.module.css';

const FIELDS = ['notes'];
const NOTHING_WRONG: FieldMessages = {};

interface HandOverFormProps {
  readonly shiftId: string;
  readonly incoming: Person | null;
}

/** The outgoing person's words and signature. */
export function HandOverForm({ shiftId, incoming }: HandOverFormProps) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(`handover.${shiftId}`, { notes: '' });
  const sign = useHandOver(shiftId, () => {
    draft.clear();
    announce(t('hand.signed'));
  });
  const errorsOf = useFormErrors(form, FIELDS, sign.error, NOTHING_WRONG);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    sign.mutate(draft.value.notes.trim());
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.form}>
      <ProblemAlert error={sign.error} fields={FIELDS} />
      <Field
        label={t('hand.notes')}
        hint={t('hand.notes.hint')}
        optional
        errors={errorsOf('notes')}
      >
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={4_000}
            value={draft.value.notes}
            onChange={({ target }) => draft.change({ notes: target.value })}
          />
        )}
      </Field>
      <p>
        {incoming === null ? t('hand.sign.nobody') : t('hand.sign.effect', { name: incoming.name })}
      </p>
      <FormActs>
        <Button type="primary" htmlType="submit" loading={sign.isPending}>
          {t('hand.sign')}
        </Button>
      </FormActs>
    </form>
  );
}
