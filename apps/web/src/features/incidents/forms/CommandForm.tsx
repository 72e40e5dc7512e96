import Button from 'antd/es/button';
import { Suspense, useEffect, useId, useRef, type RefObject, type SubmitEvent } from 'react';
import { part } from '../../../lib/part';
import { Unreachable } from '../../../api/problem';
import { useCommon } from '../../../i18n/common';
import { FormActs } from '../../../ui/FormActs';
import { LeaveGuard } from '../../../ui/LeaveGuard';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Skeleton } from '../../../ui/Skeleton';
import { FieldInput } from './FieldInput';
import { zh } from './locales';
import { RowsField } from './RowsField';
import { useText } from './text';
import { VerdictFields } from './VerdictFields';
import { useCommandForm, type CommandFormProps, type CommandFormState } from './use-command-form';
import { textIn } from './values';
import styles from './forms.module.css';

/** Experts use it, others never: its own chunk. */
const JudgeFields = part(() => import('./JudgeFields'));
const PlanTemplates = part(() => import('../disposal/PlanTemplates'));

type HintKey = Extract<keyof typeof zh, `hint.${string}`>;
const isHint = (key: string): key is HintKey => key in zh;

/** The form of one command, opened in place. The workflow says which fields it has. */
export function CommandForm(props: CommandFormProps) {
  const t = useText();
  const common = useCommon();
  const element = useRef<HTMLFormElement>(null);
  const form = useCommandForm(element, props);
  const title = useId();
  const { allowed, isGone = false, onClose } = props;
  const gone = isGone && !form.isPending;
  const hint = `hint.${allowed.command}`;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.submit();
  };
  useFocusOnOpen(element);

  return (
    <form
      ref={element}
      className={styles.form}
      aria-labelledby={title}
      noValidate
      onSubmit={submit}
    >
      <h3 id={title} tabIndex={-1} className={styles.title}>
        {allowed.label}
      </h3>
      {isHint(hint) && <p className={styles.lead}>{t(hint)}</p>}
      <Question {...props} />
      <Notice form={form} gone={gone} act={allowed.label} />
      <Fields {...props} form={form} />
      <FormActs>
        <Button
          type="primary"
          htmlType="submit"
          loading={form.isPending}
          disabled={gone || form.changedMeanwhile}
        >
          {allowed.label}
        </Button>
        <Button onClick={onClose}>{t('form.close')}</Button>
        {form.draft.dirty && <span className={styles.kept}>{common('draft.kept')}</span>}
      </FormActs>
      <LeaveGuard when={form.draft.dirty && !form.isPending} />
    </form>
  );
}

/** Whoever answers for a unit has the question before them. */
function Question({ allowed, incident: { consultation } }: CommandFormProps) {
  const t = useText();
  if (allowed.command !== 'give-view' || consultation === null) return null;
  return (
    <p className={styles.strong}>{t('field.question', { question: consultation.question })}</p>
  );
}

/** Opening a form is asking to fill it in. */
function useFocusOnOpen(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, select') ?? null;
    (first ?? form.current?.querySelector<HTMLElement>('h3'))?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [form]);
}

interface NoticeProps {
  readonly form: CommandFormState;
  readonly gone: boolean;
  readonly act: string;
}

/** What stands in the way, the gravest alone: it cannot be done any more, others were faster, it was refused. */
function Notice({ form, gone, act }: NoticeProps) {
  const t = useText();
  if (gone) {
    return (
      <div role="alert" className={styles.changed}>
        <p className={styles.strong}>{t('form.gone.title', { act })}</p>
        <p>{t('form.gone.body')}</p>
      </div>
    );
  }
  return form.changedMeanwhile ? <Changed form={form} /> : <Refused form={form} />;
}

function Refused({ form }: { form: CommandFormState }) {
  const t = useText();
  return (
    <ProblemAlert
      error={form.error}
      fields={form.paths}
      act={form.error instanceof Unreachable && <p>{t('form.unanswered')}</p>}
    />
  );
}

/** Others were faster. Nothing is lost, and nothing is sent before it was looked at. */
function Changed({ form }: { form: CommandFormState }) {
  const t = useText();
  return (
    <div role="alert" className={styles.changed}>
      <p className={styles.strong}>{t('form.changed.title')}</p>
      <p>{t('form.changed.body')}</p>
      <Button size="small" onClick={form.acceptChange}>
        {t('form.changed.act')}
      </Button>
    </div>
  );
}

type FieldsProps = CommandFormProps & { readonly form: CommandFormState };

function Fields(props: FieldsProps) {
  const { form, incident, allowed } = props;
  if (allowed.command === 'judge') {
    return (
      <Suspense fallback={<Skeleton rows={7} />}>
        <JudgeFields form={form} incident={incident} />
      </Suspense>
    );
  }
  if (allowed.command === 'set-verdict') return <VerdictFields form={form} incident={incident} />;
  return form.fields.map((field) => {
    if (field.name === 'templateId') {
      return (
        <Suspense key={field.name}>
          <PlanTemplates form={form} incident={incident} />
        </Suspense>
      );
    }
    return field.type === 'list' ? (
      <RowsField key={field.name} field={field} form={form} incident={incident} />
    ) : (
      <FieldInput
        key={field.name}
        field={field}
        name={`${allowed.command}-${field.name}`}
        typed={form.draft.value[field.name]}
        onChange={(value) => form.draft.change({ [field.name]: value })}
        errors={form.errorsOf(field.name)}
        incident={incident}
        unitId={unitOf(props)}
      />
    );
  });
}

/** Whose people an action may be given to: those of its own unit, or else of the responsible one. */
function unitOf({ form, incident, fixed }: FieldsProps): string | undefined {
  const action = incident.actions.find(({ id }) => id === fixed?.['actionId']);
  return textIn(form.draft.value, 'unitId') || (action?.unit ?? incident.unit)?.id;
}
