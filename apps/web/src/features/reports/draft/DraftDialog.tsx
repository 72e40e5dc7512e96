import Button from 'antd/es/button';
import { useRef, useState, type SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { ApiProblem } from '../../../api/problem';
import { REPORT_TYPES, type NewReport, type ReportType } from '../../../api/report-types';
import { useDraftReport } from '../../../api/reports';
import { useUnits } from '../../../api/people';
import { useCommon } from '../../../i18n/common';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { useSettings, type Language } from '../../../settings/settings';
import { serverNow } from '../../../time/server-clock';
import { announce } from '../../../ui/announce';
import { Choice } from '../../../ui/Choice';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { IncidentPicker } from '../../incidents/forms/IncidentPicker';
import { useText as useReportText } from '../text';
import { recentPeriods } from './periods';
import { useText } from './text';
import styles from './draft.module.css';
import { usePeriodWords } from './use-period-words';

const FIELDS = ['type', 'period', 'from', 'to', 'incidentId', 'unitId', 'language'];
const NOTHING_WRONG: FieldMessages = {};

interface Asked {
  readonly type: ReportType;
  readonly period: string;
  readonly incidentId: string;
  readonly unitId: string;
  readonly language: Language;
}

/** The last whole one: that is what is asked for nearly always. */
const periodFor = (type: ReportType, now: number): string =>
  type === 'special' ? '' : (recentPeriods(type, now)[1] ?? '');

const bodyOf = ({ type, period, incidentId, unitId, language }: Asked): NewReport => ({
  ...{ type, language },
  ...(type === 'special' ? { incidentId } : { period }),
  ...(type === 'scorecard' && { unitId }),
});

/** Which kind, and of what: the numbers and the sentences come by themselves. */
export default function DraftDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const say = useReportText();
  const common = useCommon();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [now] = useState(serverNow);
  const { language } = useSettings();
  const [asked, setAsked] = useState<Asked>({
    ...{ type: 'quarterly', period: periodFor('quarterly', now), incidentId: '', unitId: '' },
    language,
  });
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const draft = useDraftReport((id) => {
    announce(t('done'));
    void navigate(`/reports/${id}`);
  });
  const errorsOf = useFormErrors(form, FIELDS, draft.error, wrong);
  const change = (next: Partial<Asked>) => setAsked((old) => ({ ...old, ...next }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = missingOf(asked);
    setWrong(missing === null ? NOTHING_WRONG : { [missing]: t(WORDS[missing]) });
    if (missing === null) draft.mutate(bodyOf(asked));
  };
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <Refused error={draft.error} />
        <Field label={t('type')} errors={errorsOf('type')}>
          {(control) => (
            <Select
              {...control}
              value={asked.type}
              options={REPORT_TYPES.map((value) => ({ value, label: say(`type.${value}`) }))}
              onChange={(type) => type !== '' && change({ type, period: periodFor(type, now) })}
            />
          )}
        </Field>
        {asked.type === 'special' ? (
          <Field label={t('incident')} errors={errorsOf('incidentId')}>
            {(control) => (
              <IncidentPicker
                control={control}
                value={asked.incidentId}
                onChange={(incidentId) => change({ incidentId })}
                except=""
              />
            )}
          </Field>
        ) : (
          <PeriodField
            type={asked.type}
            period={asked.period}
            now={now}
            errors={['period', 'from', 'to'].flatMap((path) => errorsOf(path))}
            onChange={(period) => change({ period })}
          />
        )}
        {asked.type === 'scorecard' && (
          <UnitField
            unitId={asked.unitId}
            errors={errorsOf('unitId')}
            onChange={(unitId) => change({ unitId })}
          />
        )}
        <Choice
          label={t('language')}
          name="language"
          value={asked.language}
          options={[
            { value: 'zh', label: say('language.zh') },
            { value: 'en', label: say('language.en') },
          ]}
          onChange={(chosen) => change({ language: chosen })}
        />
        <FormActs>
          <Button type="primary" htmlType="submit" loading={draft.isPending}>
            {t('submit')}
          </Button>
          <Button onClick={onClose}>{common('action.cancel')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}

const WORDS = { incidentId: 'wrong.incident', unitId: 'wrong.unit' } as const;

function missingOf({ type, incidentId, unitId }: Asked): keyof typeof WORDS | null {
  if (type === 'special' && incidentId === '') return 'incidentId';
  return type === 'scorecard' && unitId === '' ? 'unitId' : null;
}

/** What is there already is one tap away. */
function Refused({ error }: { error: unknown }) {
  const t = useText();
  const existing = error instanceof ApiProblem ? error.problem.existing : undefined;
  if (existing === undefined) return <ProblemAlert error={error} fields={FIELDS} />;
  return (
    <p role="alert" className={styles.existing}>
      {error instanceof Error && error.message}{' '}
      <Link to={`/reports/${existing.id}`}>{t('exists')}</Link>
    </p>
  );
}

interface FieldProps {
  readonly errors: ReturnType<ReturnType<typeof useFormErrors>>;
  readonly onChange: (value: string) => void;
}

interface PeriodFieldProps extends FieldProps {
  readonly type: Exclude<ReportType, 'special'>;
  readonly period: string;
  readonly now: number;
}

function PeriodField({ type, period, now, errors, onChange }: PeriodFieldProps) {
  const t = useText();
  const wordsOf = usePeriodWords();
  const names = recentPeriods(type, now);
  const options = names.map((value, index) => ({
    value,
    label: index === 0 ? t('period.now', { name: wordsOf(value) }) : wordsOf(value),
  }));
  return (
    <Field label={t('period')} errors={errors} hint={period === names[0] && t('now.hint')}>
      {(control) => <Select {...control} value={period} options={options} onChange={onChange} />}
    </Field>
  );
}

function UnitField({ unitId, errors, onChange }: FieldProps & { readonly unitId: string }) {
  const t = useText();
  const { data: units = [] } = useUnits();
  return (
    <Field label={t('unit')} errors={errors}>
      {(control) => (
        <Select
          {...control}
          value={unitId}
          none={t('unit.none')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
