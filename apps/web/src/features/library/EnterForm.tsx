import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import {
  FINDINGS,
  useEnterClarification,
  type Clarification,
  type Finding,
} from '../../api/library';
import { useCommon } from '../../i18n/common';
import type { Draft } from '../../lib/use-draft';
import { useFormErrors } from '../../lib/use-form-errors';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { clarificationOf, whatIsMissing, type Entry, type Missing } from './entry';
import { EvidenceFields } from './EvidenceFields';
import { useText } from './text';
import styles from './library.module.css';

const FIELDS = [
  ...['claim', 'place', 'verdict', 'answer', 'issuedBy', 'publishedAt', 'links.0.url'],
  ...Array.from({ length: 20 }, (_, index) => [
    `evidence.${String(index)}.text`,
    `evidence.${String(index)}.url`,
  ]).flat(),
];

/** Where the server would complain of the same thing. */
const PATHS: Record<Missing, string> = {
  claim: 'claim',
  verdict: 'verdict',
  answer: 'answer',
  publishedAt: 'publishedAt',
  evidence: 'evidence.0.text',
};

interface FormProps {
  readonly draft: Draft<Entry>;
  readonly onDone: (entered: Clarification) => void;
}

export function EnterForm({ draft, onDone }: FormProps) {
  const t = useText();
  const common = useCommon();
  const { value: entry, change } = draft;
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const enter = useEnterClarification(onDone);
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, enter.error, missing);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const gaps = whatIsMissing(entry);
    setMissing(Object.fromEntries(gaps.map((field) => [PATHS[field], t(`missing.${field}`)])));
    if (gaps.length === 0 && entry.verdict !== '' && !enter.isPending)
      enter.mutate(clarificationOf(entry, entry.verdict));
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <LeaveGuard when={draft.dirty && !enter.isPending} />
      <ProblemAlert error={enter.error} fields={FIELDS} />
      <Field label={t('form.claim')} errors={errorsOf('claim')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            value={entry.claim}
            onChange={({ target }) => change({ claim: target.value })}
          />
        )}
      </Field>
      <Field
        label={t('form.place')}
        hint={t('form.place.hint')}
        optional
        errors={errorsOf('place')}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={entry.place}
            onChange={({ target }) => change({ place: target.value })}
          />
        )}
      </Field>
      <Choice<Finding>
        label={t('form.verdict')}
        name="verdict"
        value={entry.verdict === '' ? null : entry.verdict}
        options={FINDINGS.map((value) => ({ value, label: common(`verdict.${value}`) }))}
        onChange={(verdict) => change({ verdict })}
        errors={errorsOf('verdict')}
      />
      <Field label={t('form.answer')} errors={errorsOf('answer')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={5000}
            value={entry.answer}
            onChange={({ target }) => change({ answer: target.value })}
          />
        )}
      </Field>
      <EvidenceFields entry={entry} change={change} errorsOf={errorsOf} />
      <PublishedFields entry={entry} change={change} errorsOf={errorsOf} />
      <FormActs>
        <Button type="primary" size="large" htmlType="submit" loading={enter.isPending}>
          {t('form.submit')}
        </Button>
        {draft.dirty && <span className={styles.soft}>{t('form.kept')}</span>}
      </FormActs>
    </form>
  );
}

interface PublishedProps {
  readonly entry: Entry;
  readonly change: (change: Partial<Entry>) => void;
  readonly errorsOf: ReturnType<typeof useFormErrors>;
}

/** By whom, when and where. */
function PublishedFields({ entry, change, errorsOf }: PublishedProps) {
  const t = useText();
  return (
    <>
      <Field
        label={t('form.issuedBy')}
        hint={t('form.issuedBy.hint')}
        optional
        errors={errorsOf('issuedBy')}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={entry.issuedBy}
            onChange={({ target }) => change({ issuedBy: target.value })}
          />
        )}
      </Field>
      <Field label={t('form.publishedAt')} errors={errorsOf('publishedAt')}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={entry.publishedAt}
            onChange={({ target }) => change({ publishedAt: target.value })}
          />
        )}
      </Field>
      <Field label={t('form.link')} optional errors={errorsOf('links.0.url')}>
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            maxLength={2000}
            value={entry.link}
            onChange={({ target }) => change({ link: target.value })}
          />
        )}
      </Field>
    </>
  );
}
