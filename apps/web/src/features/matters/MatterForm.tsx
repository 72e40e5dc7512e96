import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useMemo, useRef, useState, type SubmitEvent } from 'react';
import { MATTER_KINDS, useSaveMatter, type Matter } from '../../api/matters';
import { useCategories, useMeta } from '../../api/meta';
import { useUnits } from '../../api/people';
import { useCommon } from '../../i18n/common';
import { useSay } from '../../i18n/words';
import { useDraft } from '../../lib/use-draft';
import { useFormErrors, type ErrorsOf, type FieldMessages } from '../../lib/use-form-errors';
import { announce } from '../../ui/announce';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Select } from '../../ui/Select';
import { entryOf, matterOf, wrongWith, type Entry } from './entry';
import { useText } from './text';
import styles from './matters.module.css';

const MOST_QUESTIONS = 20;
const FIELDS = [
  ...['title', 'kind', 'category', 'what', 'place', 'startsAt', 'endsAt', 'contactUnitId'],
  ...Array.from({ length: MOST_QUESTIONS }, (_, index) => [
    `questions.${String(index)}.question`,
    `questions.${String(index)}.answer`,
  ]).flat(),
];
const NOTHING_WRONG: FieldMessages = {};
/** As the server takes them. */
const LONGEST = { title: 200, what: 4_000, place: 200, question: 300, answer: 2_000 };

interface MatterFormProps {
  /** Null: a new one. */
  readonly matter: Matter | null;
  /** Null: nothing was saved. */
  readonly onDone: (saved: Matter | null) => void;
}

/** What is typed is kept on this device until it is saved. */
export function MatterForm({ matter, onDone }: MatterFormProps) {
  const t = useText();
  const common = useCommon();
  const say = useSay();
  const zone = useMeta()?.timeZone ?? 'Asia/Shanghai';
  const categories = useCategories();
  const { data: units = [] } = useUnits();
  const form = useRef<HTMLFormElement>(null);
  const reportedAt = matter?.reportedAt ?? null;
  const name = matter === null ? 'matter' : `matter.${matter.id}.${String(matter.version)}`;
  const { value, change, clear, dirty } = useDraft<Entry>(name, entryOf(matter, zone));
  const [isShown, setShown] = useState(false);
  const save = useSaveMatter(matter, (saved) => {
    clear();
    announce(t('saved'));
    onDone(saved);
  });
  const wrong = useMemo((): FieldMessages => {
    if (!isShown) return NOTHING_WRONG;
    const found = Object.entries(wrongWith(value, zone));
    return Object.fromEntries(found.map(([path, what]) => [path, t(`wrong.${what}`)]));
  }, [isShown, value, zone, t]);
  const errorsOf = useFormErrors(form, FIELDS, save.error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sent = matterOf(value, zone);
    setShown(sent === null);
    if (sent !== null) save.mutate(sent);
  };
  const input = (field: 'title' | 'place', label: string) => (
    <Field label={label} errors={errorsOf(field)}>
      {(control) => (
        <Input
          {...control}
          maxLength={LONGEST[field]}
          value={value[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <ProblemAlert error={save.error} fields={FIELDS} />
      {reportedAt !== null && <p className={styles.soft}>{t('form.changed')}</p>}
      {input('title', t('form.title'))}
      <Field label={t('kind')} errors={errorsOf('kind')}>
        {(control) => (
          <Select
            {...control}
            value={value.kind}
            none={t('form.choose')}
            options={MATTER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </Field>
      <div className={styles.times}>
        {(['startsAt', 'endsAt'] as const).map((end) => (
          <Field
            key={end}
            label={t(end === 'startsAt' ? 'form.from' : 'form.to')}
            errors={errorsOf(end)}
          >
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={value[end]}
                onChange={({ target }) => change({ [end]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {input('place', t('place'))}
      <Field label={t('what')} hint={t('form.what.hint')} errors={errorsOf('what')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3 }}
            maxLength={LONGEST.what}
            value={value.what}
            onChange={({ target }) => change({ what: target.value })}
          />
        )}
      </Field>
      <Questions
        questions={value.questions}
        errorsOf={errorsOf}
        onChange={(questions) => change({ questions })}
      />
      <Field label={t('category')} optional errors={errorsOf('category')}>
        {(control) => (
          <Select
            {...control}
            value={value.category}
            none={t('form.choose')}
            options={categories.map((one) => ({ value: one.code, label: say(one) }))}
            onChange={(category) => change({ category })}
          />
        )}
      </Field>
      <Field label={t('contact')} hint={t('form.contact.hint')} errors={errorsOf('contactUnitId')}>
        {(control) => (
          <Select
            {...control}
            value={value.contactUnitId}
            none={t('form.contact.own')}
            options={units.map(({ id, name: unit }) => ({ value: id, label: unit }))}
            onChange={(contactUnitId) => change({ contactUnitId })}
          />
        )}
      </Field>
      <FormActs>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('form.save')}
        </Button>
        <Button onClick={() => onDone(null)}>{common('action.cancel')}</Button>
        {dirty && <span className={styles.soft}>{common('draft.kept')}</span>}
      </FormActs>
      <LeaveGuard when={dirty && !save.isPending && !save.isSuccess} />
    </form>
  );
}

interface QuestionsProps {
  readonly questions: Entry['questions'];
  readonly errorsOf: ErrorsOf;
  readonly onChange: (questions: Entry['questions']) => void;
}

function Questions({ questions, errorsOf, onChange }: QuestionsProps) {
  const t = useText();
  return (
    <fieldset className={styles.questions}>
      <legend>{t('questions')}</legend>
      {questions.map((row, index) => (
        // A question has no other name than its place.
        <div key={index} className={styles.pair}>
          {(['question', 'answer'] as const).map((part) => (
            <Field
              key={part}
              label={t(`form.${part}`, { number: index + 1 })}
              errors={errorsOf(`questions.${String(index)}.${part}`)}
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 1 }}
                  maxLength={LONGEST[part]}
                  value={row[part]}
                  onChange={({ target }) =>
                    onChange(questions.with(index, { ...row, [part]: target.value }))
                  }
                />
              )}
            </Field>
          ))}
          <Button
            size="small"
            type="text"
            aria-label={t('form.remove', { number: index + 1 })}
            onClick={() => onChange(questions.filter((_, other) => other !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      {questions.length < MOST_QUESTIONS && (
        <Button size="small" onClick={() => onChange([...questions, { question: '', answer: '' }])}>
          {t('form.add')}
        </Button>
      )}
    </fieldset>
  );
}
