import Input from 'antd/es/input';
import type { FormField, IncidentPage } from '../../../api/incident-types';
import { useUnits } from '../../../api/people';
import type { ControlProps } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import { FileInput } from './FileInput';
import { IncidentPicker } from './IncidentPicker';
import { PersonPicker } from './PersonPicker';
import { useText } from './text';

interface IdInputProps {
  readonly field: FormField;
  readonly typed: unknown;
  readonly onChange: (value: string) => void;
  readonly incident: IncidentPage;
  readonly control: ControlProps;
  readonly unitId?: string | undefined;
  /** A file was sent from here, which made this version of the incident. */
  readonly onSaved?: ((version: number) => void) | undefined;
}

/** Picks what an id stands for. What it stands for is told by the name of the field. */
export function IdInput({
  field,
  typed,
  onChange,
  incident,
  control,
  unitId,
  onSaved,
}: IdInputProps) {
  const value = typeof typed === 'string' ? typed : '';
  switch (field.name) {
    case 'userId':
      return <PersonPicker control={control} value={value} onChange={onChange} />;
    case 'ownerId':
      return <PersonPicker control={control} value={value} onChange={onChange} unitId={unitId} />;
    case 'unitId':
      return <UnitSelect control={control} value={value} onChange={onChange} />;
    case 'intoId':
    case 'incidentId':
      return (
        <IncidentPicker control={control} value={value} onChange={onChange} except={incident.id} />
      );
    case 'attachmentId':
      return (
        <FileInput
          control={control}
          value={value}
          onChange={onChange}
          incident={incident}
          {...(onSaved && { onSaved })}
        />
      );
    default:
      return (
        <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} />
      );
  }
}

interface PickProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function UnitSelect({ control, value, onChange }: PickProps) {
  const t = useText();
  const { data: units = [] } = useUnits();
  return (
    <Select
      {...control}
      value={value}
      none={t('field.none')}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
