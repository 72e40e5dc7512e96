import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client';
import type { IncidentPage, OfferedPlan } from '../../../api/incident-types';
import { randomId } from '../../../lib/random-id';
import { toLocalInput } from '../../../time/zone';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import type { CommandFormState } from '../forms/use-command-form';
import { textIn, type Row } from '../forms/values';
import { useText } from './text';
import styles from './disposal.module.css';

interface PlanTemplatesProps {
  readonly incident: IncidentPage;
  readonly form: CommandFormState;
}

/** What is usually done about something like this, as a start for the plan. Without templates nothing is offered. */
export default function PlanTemplates({ incident, form }: PlanTemplatesProps) {
  const t = useText();
  const { data } = useQuery({
    queryKey: ['incident', incident.id, 'more', 'plan-templates'],
    queryFn: () => call('GET /incidents/:id/plan-templates', { params: { id: incident.id } }),
  });
  const plans = data?.items ?? [];
  if (plans.length === 0) return null;
  const chosen = plans.find(({ id }) => id === textIn(form.draft.value, 'templateId'));
  const choose = (templateId: string) => {
    const plan = plans.find(({ id }) => id === templateId);
    form.draft.change({ templateId, ...(plan && { actions: rowsOf(plan, incident) }) });
    if (plan) announce(t('template.kept', { name: plan.name, count: plan.actions.length }));
  };
  return (
    <div className={styles.template}>
      <Field label={t('template.label')} optional errors={form.errorsOf('templateId')}>
        {(control) => (
          <Select
            {...control}
            value={chosen?.id ?? ''}
            none={t('template.none')}
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        )}
      </Field>
      {chosen && (
        <p className={styles.soft}>
          {t('template.kept', { name: chosen.name, count: chosen.actions.length })}
          {chosen.note !== null && ` ${t('template.note', { note: chosen.note })}`}
        </p>
      )}
    </div>
  );
}

const rowsOf = ({ actions }: OfferedPlan, { unit }: IncidentPage): Row[] =>
  actions.map(({ title, kind, basis, unitId, dueAt }) => ({
    key: randomId(),
    cells: {
      title,
      kind,
      ...(basis !== null && { basis }),
      unitId: unitId ?? unit?.id ?? '',
      dueAt: toLocalInput(Date.parse(dueAt)),
    },
  }));
