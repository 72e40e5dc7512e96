import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useEffect, useRef, type SubmitEvent } from 'react';
import {
  REPORT_FIELDS,
  useEditReport,
  useReceivers,
  type Report,
  type ReportEdit,
  type ReportField,
} from '../../api/upward';
import { useCommon } from '../../i18n/common';
import { useDraft } from '../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { announce } from '../../ui/announce';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Select } from '../../ui/Select';
import { keyOf, wantedOf } from './receiver-key';
import { useText } from './text';
import styles from './upward.module.css';

const FIELDS = [
  'title',
  'body',
  'receiverUnitId',
  'receiverCode',
  ...REPORT_FIELDS.map((field) => `fields.${field}`),
];
const NOTHING_WRONG: FieldMessages = {};
/** As the server takes them. */
const LONGEST = { title: 200, field: 4_000, body: 20_000 };

/** What is typed, flat, so that each keystroke is kept. */
type Typed = Readonly<Record<ReportField | 'title' | 'body' | 'receiver', string>>;

function typedOf({ title, fields, body, receiver }: Report): Typed {
  const blank = Object.fromEntries(REPORT_FIELDS.map((field) => [field, ''])) as Record<
    ReportField,
    string
  >;
  return {
    ...(fields ?? blank),
    title,
    body: fields === null ? body : '',
    receiver: receiver === null ? '' : keyOf(receiver),
  };
}

interface EditorProps {
  readonly report: Report;
  readonly onDirty: (dirty: boolean) => void;
}

/** The words of a draft, field by field. What is typed is kept on this device until it is saved. */
export function Editor({ report, onDirty }: EditorProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  // A version that somebody else has saved is another text: what was typed over the old one is not laid over it.
  const { value, change, clear, dirty } = useDraft(
    `upward.${report.id}.${String(report.version)}`,
    typedOf(report),
  );
  const edit = useEditReport(report.id, () => {
    clear();
    announce(t('saved'));
  });
  const errorsOf = useFormErrors(form, FIELDS, edit.error, NOTHING_WRONG);
  useEffect(() => onDirty(dirty), [onDirty, dirty]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    edit.mutate(bodyOf(report, value));
  };

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <ProblemAlert error={edit.error} fields={FIELDS} />
      <ReceiverField
        value={value.receiver}
        errors={[...errorsOf('receiverUnitId'), ...errorsOf('receiverCode')]}
        onChange={(receiver) => change({ receiver })}
      />
      <Field label={t('edit.title')} errors={errorsOf('title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={LONGEST.title}
            value={value.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      {report.fields === null ? (
        <Field label={t('edit.body')} errors={errorsOf('body')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 12 }}
              maxLength={LONGEST.body}
              value={value.body}
              onChange={({ target }) => change({ body: target.value })}
            />
          )}
        </Field>
      ) : (
        REPORT_FIELDS.map((field) => (
          <Field
            key={field}
            label={
              isOpen(value[field])
                ? `${t(`field.${field}`)} · ${t('edit.open')}`
                : t(`field.${field}`)
            }
            errors={errorsOf(`fields.${field}`)}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 1 }}
                maxLength={LONGEST.field}
                value={value[field]}
                onChange={({ target }) => change({ [field]: target.value })}
              />
            )}
          </Field>
        ))
      )}
      <p className={styles.soft}>{t('edit.hint')}</p>
      <FormActs>
        <Button type="primary" htmlType="submit" loading={edit.isPending} disabled={!dirty}>
          {t('save')}
        </Button>
        {dirty && <span className={styles.soft}>{common('draft.kept')}</span>}
      </FormActs>
      <LeaveGuard when={dirty && !edit.isPending} />
    </form>
  );
}

/** The same rule as on the server (libs/upward/core/fields.ts). */
const isOpen = (text: string): boolean => text.trim() === '' || text.includes('待核');

function bodyOf(report: Report, { title, body, receiver, ...fields }: Typed): ReportEdit {
  return {
    expectedVersion: report.version,
    title,
    ...(report.fields === null ? { body } : { fields }),
    ...wantedOf(receiver),
  };
}

interface ReceiverFieldProps {
  readonly value: string;
  readonly errors: ReturnType<ReturnType<typeof useFormErrors>>;
  readonly onChange: (receiver: string) => void;
}

function ReceiverField({ value, errors, onChange }: ReceiverFieldProps) {
  const t = useText();
  const { data } = useReceivers(true);
  const choices = data?.items ?? [];
  const chosen = choices.find((choice) => keyOf(choice) === value);
  const options = choices.map((choice) => ({
    value: keyOf(choice),
    label: t(choice.people === null ? 'to.mail' : 'to.unit', { name: choice.name }),
  }));
  if (data && choices.length === 0) return <p className={styles.missing}>{t('to.missing')}</p>;
  return (
    <Field label={t('to')} errors={errors} hint={chosen?.people === 0 && t('to.nobody')}>
      {(control) => (
        <Select
          {...control}
          value={value}
          {...(value === '' ? { none: t('to.none') } : {})}
          options={options}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
