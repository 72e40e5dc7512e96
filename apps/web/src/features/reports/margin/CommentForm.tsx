import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useAddComment } from '../../../api/report-notes';
import { useCommon } from '../../../i18n/common';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from './text';
import styles from './margin.module.css';

const FIELDS = ['text'];
const NOTHING_WRONG: FieldMessages = {};
/** As the server takes it. */
const LONGEST = 2_000;

interface CommentFormProps {
  readonly reportId: string;
  readonly sectionKey: string;
  readonly quote: string | null;
  readonly onClose: () => void;
}

/** A word in the margin. */
export function CommentForm({ reportId, sectionKey, quote, onClose }: CommentFormProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(`report.${reportId}.comment.${sectionKey}`, { text: '' });
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const add = useAddComment(reportId, () => {
    draft.clear();
    announce(t('comment.sent'));
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, add.error, wrong);
  const text = draft.value.text.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(text === '' ? { text: t('comment.wrong') } : NOTHING_WRONG);
    if (text !== '') add.mutate({ sectionKey, text, ...(quote !== null && { quote }) });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.form}>
      <ProblemAlert error={add.error} fields={FIELDS} />
      {quote !== null && <p className={styles.quote}>{t('comment.quote', { quote })}</p>}
      <Field label={t('comment.text')} errors={errorsOf('text')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2 }}
            maxLength={LONGEST}
            value={draft.value.text}
            onChange={({ target }) => draft.change({ text: target.value })}
          />
        )}
      </Field>
      <FormActs>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('comment.send')}
        </Button>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
      </FormActs>
    </form>
  );
}
