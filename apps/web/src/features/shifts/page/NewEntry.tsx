import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useShiftAct } from '../../../api/shifts';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import { entryOf, sameLine, type EntryDraft } from './entry';
import styles from './log.module.css';

const FIELDS = ['source', 'text', 'outcome'];
const BLANK: EntryDraft = { source: '', text: '', outcome: '', open: false };
const NOTHING_WRONG: FieldMessages = {};

/** One line, one Enter; the cursor is back in it for the next. What is typed outlives a reload. */
export function NewEntry({ shiftId }: { shiftId: string }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const { value, change, clear } = useDraft(`log.${shiftId}`, BLANK);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const sent = useRef(BLANK);
  const write = useShiftAct(shiftId, () => {
    // What was typed meanwhile is the next line.
    if (sameLine(value, sent.current)) clear();
    announce(t('log.added'));
    form.current?.querySelector<HTMLElement>('[name=text]')?.focus();
  });
  const errorsOf = useFormErrors(form, FIELDS, write.error, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const entry = entryOf(value);
    setWrong(entry === null ? { text: t('wrong.text') } : NOTHING_WRONG);
    if (entry === null) return;
    sent.current = value;
    write.mutate({ act: 'log', ...entry });
  };
  const input = (name: 'source' | 'text' | 'outcome', longest: number) => (
    <Field label={t(`log.${name}`)} errors={errorsOf(name)}>
      {(control) => (
        <Input
          {...control}
          name={name}
          autoComplete="off"
          maxLength={longest}
          value={value[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );

  return (
    <form
      ref={form}
      className={styles.entry}
      aria-label={t('log.add')}
      noValidate
      onSubmit={submit}
    >
      <ProblemAlert error={write.error} fields={FIELDS} />
      <div className={styles.fields}>
        {input('source', 100)}
        {input('text', 1_000)}
        {input('outcome', 1_000)}
        <div className={styles.send}>
          <label className={styles.follow}>
            <input
              type="checkbox"
              checked={value.open}
              onChange={({ target }) => change({ open: target.checked })}
            />
            {t('log.open.mark')}
          </label>
          <Button type="primary" htmlType="submit" loading={write.isPending}>
            {t('log.add')}
          </Button>
        </div>
      </div>
      <p className={styles.hint}>{t('log.hint')}</p>
    </form>
  );
}
