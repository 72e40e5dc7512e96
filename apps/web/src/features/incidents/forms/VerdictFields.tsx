import type { FormField, IncidentPage } from '../../../api/incident-types';
import { FieldInput } from './FieldInput';
import { RowsField } from './RowsField';
import type { CommandFormState } from './use-command-form';
import { textIn } from './values';

interface VerdictFieldsProps {
  readonly form: CommandFormState;
  readonly incident: IncidentPage;
}

/** The verdict, what it rests on, and what is owed besides: a reason for a change, another kind for a true rumour. */
export function VerdictFields({ form, incident }: VerdictFieldsProps) {
  const verdict = textIn(form.draft.value, 'verdict');
  const changes =
    incident.verdict !== 'unverified' && verdict !== '' && verdict !== incident.verdict;
  const isTrueRumour = verdict === 'true' && incident.kind === 'rumour';
  const asked = (field: FormField): boolean => {
    if (field.name === 'reason') return changes;
    return field.name === 'kind' ? isTrueRumour : true;
  };
  const order = ['verdict', 'kind', 'reason', 'evidence'];
  const fields = order.flatMap((name) => form.fields.filter((field) => field.name === name));
  return fields
    .filter(asked)
    .map((field) =>
      field.type === 'list' ? (
        <RowsField key={field.name} field={field} form={form} incident={incident} />
      ) : (
        <FieldInput
          key={field.name}
          field={{ ...field, required: true }}
          name={`set-verdict-${field.name}`}
          typed={form.draft.value[field.name]}
          onChange={(value) => form.draft.change(changed(field.name, value))}
          errors={form.errorsOf(field.name)}
          incident={incident}
        />
      ),
    );
}

/** Another verdict asks for no other kind, whatever was chosen before. */
const changed = (name: string, value: string) =>
  name === 'verdict' && value !== 'true' ? { verdict: value, kind: '' } : { [name]: value };
