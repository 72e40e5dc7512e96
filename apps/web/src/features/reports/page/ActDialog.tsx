import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Report, ReportCommand } from '../../../api/report-types';
import { useReportCommand } from '../../../api/reports';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { useSettings } from '../../../settings/settings';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { plain } from '../../../ui/plain';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { needsOf, REASONED } from './commands';
import { useText } from './text';
import styles from './document.module.css';

const FIELDS = ['reason', 'numbersChecked'];
const NOTHING_WRONG: FieldMessages = {};
const LONGEST_REASON = 500;

interface ActDialogProps {
  readonly report: Report;
  readonly command: ReportCommand;
  readonly onClose: () => void;
}

/** Says what will be, asks what it needs, and does it. */
export function ActDialog({ report, command, onClose }: ActDialogProps) {
  const t = useText();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(`report.${report.id}.act.${command}`, { reason: '' });
  const [checked, setChecked] = useState(false);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const give = useReportCommand(report, (next) => {
    draft.clear();
    announce(t(`done.${command}`));
    onClose();
    // A correction is a new report, and is where the work goes on.
    if (next.id !== report.id) void navigate(`/reports/${next.id}`);
  });
  const errorsOf = useFormErrors(form, FIELDS, give.error, wrong);
  const reason = draft.value.reason.trim();
  const needs = needsOf(report, command);
  const needsReason = REASONED.has(command);
  const needsCheck = command === 'approve' && report.unsupported > 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing: FieldMessages = {
      ...(needsReason && reason === '' && { reason: t('wrong.reason') }),
      ...(needsCheck && !checked && { numbersChecked: t('wrong.check') }),
    };
    setWrong(missing);
    if (Object.keys(missing).length > 0) return;
    give.mutate({
      command,
      ...(needsReason && { reason }),
      ...(needsCheck && { numbersChecked: true }),
    });
  };
  return (
    <Dialog title={t(`${command}.ask`)} sheet onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} fields={FIELDS} />
        <p>{t(`${command}.effect`)}</p>
        {needs.length > 0 && (
          <div className={styles.notice}>
            {needs.map(({ code, message }) => (
              <p key={code}>{message}</p>
            ))}
          </div>
        )}
        {needsReason && (
          <Field label={t('reason')} errors={errorsOf('reason')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 3 }}
                maxLength={LONGEST_REASON}
                value={draft.value.reason}
                onChange={({ target }) => draft.change({ reason: target.value })}
              />
            )}
          </Field>
        )}
        {needsCheck && (
          <Checked
            count={report.unsupported}
            checked={checked}
            errors={errorsOf('numbersChecked')}
            onChange={setChecked}
          />
        )}
        <FormActs>
          <Button
            type="primary"
            danger={command === 'discard'}
            htmlType="submit"
            disabled={needs.length > 0}
            loading={give.isPending}
          >
            {t(command)}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}

interface CheckedProps {
  readonly count: number;
  readonly checked: boolean;
  readonly errors: ReturnType<ReturnType<typeof useFormErrors>>;
  readonly onChange: (checked: boolean) => void;
}

function Checked({ count, checked, errors, onChange }: CheckedProps) {
  const t = useText();
  const id = useId();
  const { language } = useSettings();
  const isWrong = errors.length > 0;
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? id : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        {t('approve.check', { count })}
      </label>
      {isWrong && (
        <p id={id} className={styles.wrong}>
          {errors.map((message) => plain(message, language)).join(' ')}
        </p>
      )}
    </>
  );
}
