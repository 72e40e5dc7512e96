import Input from 'antd/es/input';
import type { FormField, IncidentPage } from '../../../api/incident-types';
import { KINDS, SEVERITIES, type Words } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import { SeverityMark } from '../../../ui/SeverityMark';
import { useSaying, type Say } from '../words/use-say';
import { IdInput } from './IdInput';
import { useText } from './text';
import { UnitsInput } from './UnitsInput';

export interface FieldInputProps {
  readonly field: FormField;
  /** Unique on the page: radio buttons are grouped by it. */
  readonly name: string;
  readonly typed: unknown;
  readonly onChange: (value: string) => void;
  readonly errors: readonly (string | Words)[];
  readonly incident: IncidentPage;
  /** Whose people may be chosen; everybody’s, when left out. */
  readonly unitId?: string | undefined;
  /** A file was sent from within the field, which made this version of the incident. */
  readonly onSaved?: (version: number) => void;
}

/** Texts up to this long fit one line. */
const ONE_LINE = 200;
/** More choices than this are a list, not a row of buttons. */
const IN_SIGHT = 5;

/** The control for one field, by its type as the workflow declares it. */
export function FieldInput(props: FieldInputProps) {
  const { field, errors } = props;
  const say = useSaying(props.incident.deadlines);
  switch (field.type) {
    case 'enum':
    case 'clock':
      return (field.values?.length ?? 0) <= IN_SIGHT ? (
        <Pills {...props} say={say} />
      ) : (
        <Drop {...props} say={say} />
      );
    case 'boolean':
      return <YesNo {...props} />;
    case 'id':
      return (
        <Field label={field.label} optional={!field.required} errors={errors}>
          {(control) => <IdInput {...props} control={control} />}
        </Field>
      );
    case 'ids':
      return field.name === 'unitIds' ? <Units {...props} /> : <Typed {...props} />;
    case 'text':
    case 'time':
    case 'number':
    case 'list':
      return <Typed {...props} />;
  }
}

const textOf = (typed: unknown): string => (typeof typed === 'string' ? typed : '');

function Typed({ field, typed, onChange, errors }: FieldInputProps) {
  const t = useText();
  const { label, type, required, max } = field;
  const value = textOf(typed);
  const isLink = field.name === 'url';
  const long = type === 'text' && !isLink && (max === undefined || max > ONE_LINE);
  return (
    <Field
      label={label}
      optional={!required}
      errors={errors}
      hint={type === 'time' && t('field.zone')}
    >
      {(control) =>
        long ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 10 }}
            {...(max === undefined ? {} : { maxLength: max })}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            autoComplete="off"
            type={isLink ? 'url' : (INPUT_TYPE[type] ?? 'text')}
            {...(type === 'text' && max !== undefined ? { maxLength: max } : {})}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

function Units({ field, typed, onChange, errors }: FieldInputProps) {
  return (
    <UnitsInput label={field.label} value={textOf(typed)} onChange={onChange} errors={errors} />
  );
}

const INPUT_TYPE: Readonly<Partial<Record<FormField['type'], string>>> = {
  time: 'datetime-local',
  number: 'number',
};

type WithSay = FieldInputProps & { readonly say: Say };

function Pills({ field, name, typed, onChange, errors, say }: WithSay) {
  const common = useCommon();
  return (
    <Choice
      label={field.required ? field.label : `${field.label} · ${common('field.optional')}`}
      name={name}
      value={textOf(typed) || null}
      options={(field.values ?? []).map((value) => ({
        value,
        label: <Word field={field} value={value} say={say} />,
      }))}
      onChange={onChange}
      errors={errors}
    />
  );
}

function Drop({ field, typed, onChange, errors, say }: WithSay) {
  return (
    <Field label={field.label} optional={!field.required} errors={errors}>
      {(control) => (
        <Select
          {...control}
          value={textOf(typed)}
          none="—"
          options={(field.values ?? []).map((value) => ({
            value,
            label: wordOf(field, value, say),
          }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

function YesNo({ field, typed, onChange, errors }: FieldInputProps) {
  return (
    <Field label={field.label} optional={!field.required} errors={errors}>
      {(control) => (
        <input
          {...control}
          type="checkbox"
          checked={typed === 'true'}
          onChange={(event) => onChange(event.target.checked ? 'true' : 'false')}
        />
      )}
    </Field>
  );
}

interface WordProps {
  readonly field: FormField;
  readonly value: string;
  readonly say: Say;
}

function Word({ field, value, say }: WordProps) {
  const severity = isSeverityField(field) ? SEVERITIES.find((known) => known === value) : undefined;
  if (severity) return <SeverityMark severity={severity} size={20} withLabel />;
  return wordOf(field, value, say);
}

const isSeverityField = ({ values = [] }: FormField): boolean =>
  values.length > 0 && values.every((value) => SEVERITIES.some((known) => known === value));

/** What a value of a choice is called. The name of the field says which list of words it is from. */
function wordOf({ name, type }: FormField, value: string, say: Say): string {
  if (type === 'clock') return say.clock(value);
  switch (name) {
    case 'verdict':
      return say.verdict(value);
    case 'decision':
      return say.decision(value);
    case 'kind':
      return KINDS.some((kind) => kind === value) ? say.kind(value) : say.actionKind(value);
    case 'type':
      return say.upward(value);
    case 'outcome':
      return say.press(value);
    case 'every':
      return say.every(value);
    case 'satisfactionAsked':
      return say.asked(value);
    default:
      return value;
  }
}
