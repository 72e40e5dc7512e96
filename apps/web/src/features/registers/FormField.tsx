import Input from 'antd/es/input';
import { useCategories } from '../../api/meta';
import { useUnits } from '../../api/people';
import { useCommon } from '../../i18n/common';
import type { ErrorsOf } from '../../lib/use-form-errors';
import { useSettings } from '../../settings/settings';
import { Field, type ControlProps } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { ActionRows } from './ActionRows';
import type { ActionEntry, EntryValue } from './entry';
import { Several } from './Several';
import { CHANNEL_KINDS, type FieldSpec } from './specs';
import { useText } from './text';
import { KINDS, SEVERITIES } from './use-value-words';

interface FormFieldProps {
  readonly spec: FieldSpec;
  readonly value: EntryValue;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (value: EntryValue) => void;
}

const isText = (value: string | ActionEntry): value is string => typeof value === 'string';
const isAction = (value: string | ActionEntry): value is ActionEntry => typeof value !== 'string';
const listOf = (value: EntryValue): readonly (string | ActionEntry)[] =>
  typeof value === 'object' ? value : [];

/** One field of a record, as its kind is entered. */
export function FormField({ spec, value, errorsOf, onChange }: FormFieldProps) {
  const t = useText();
  const common = useCommon();
  const label = t(`field.${spec.name}`);
  const several = (options: readonly { readonly value: string; readonly label: string }[]) => (
    <Several
      label={t('several', { label })}
      value={listOf(value).filter(isText)}
      options={options}
      onChange={onChange}
    />
  );
  switch (spec.kind) {
    case 'kinds':
      return several(KINDS.map((kind) => ({ value: kind, label: common(`kind.${kind}`) })));
    case 'severities':
      return several(
        SEVERITIES.map((severity) => ({ value: severity, label: common(`severity.${severity}`) })),
      );
    case 'actions':
      return (
        <ActionRows
          actions={listOf(value).filter(isAction)}
          errorsOf={errorsOf}
          onChange={onChange}
        />
      );
    case 'yearly':
      return (
        <Several
          label={label}
          value={value === true ? ['yes'] : []}
          options={[{ value: 'yes', label: t('yearly.yes') }]}
          onChange={(chosen) => onChange(chosen.length > 0)}
        />
      );
    case 'text':
    case 'area':
    case 'address':
    case 'day':
    case 'days':
    case 'unit':
    case 'category':
    case 'channel-kind':
    case 'level':
      return (
        <Field
          label={label}
          optional={spec.optional === true}
          hint={
            spec.kind === 'address'
              ? t('field.url.hint')
              : spec.name === 'date'
                ? t('field.date.hint')
                : undefined
          }
          errors={errorsOf(spec.name)}
        >
          {(control) => (
            <Control
              spec={spec}
              control={control}
              value={typeof value === 'string' ? value : ''}
              onChange={onChange}
            />
          )}
        </Field>
      );
  }
}

interface ControlOfProps {
  readonly spec: FieldSpec;
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Control({ spec, control, value, onChange }: ControlOfProps) {
  const choices = useChoices(spec);
  if (choices !== null) {
    return <Select {...control} {...choices} value={value} onChange={onChange} />;
  }
  const shared = {
    ...control,
    value,
    ...(spec.max !== undefined && { maxLength: spec.max }),
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  if (spec.kind === 'area')
    return <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 8 }} />;
  if (spec.kind === 'day') return <Input {...shared} type="date" />;
  if (spec.kind === 'days') return <Input {...shared} type="number" min={1} max={60} />;
  if (spec.kind === 'address')
    return <Input {...shared} type="url" inputMode="url" autoCapitalize="none" />;
  return <Input {...shared} autoComplete="off" />;
}

interface Choices {
  readonly none?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The choices of a field that has some; null for one that is typed. */
function useChoices({ kind, optional }: FieldSpec): Choices | null {
  const t = useText();
  const { language } = useSettings();
  const { data: units = [] } = useUnits();
  const categories = useCategories();
  if (kind === 'unit')
    return {
      ...(optional === true && { none: t('unit.none') }),
      options: units.map(({ id, name }) => ({ value: id, label: name })),
    };
  if (kind === 'category')
    return {
      ...(optional === true && { none: t('category.any') }),
      options: categories.map((one) => ({ value: one.code, label: one[language] })),
    };
  if (kind === 'channel-kind')
    return { options: CHANNEL_KINDS.map((one) => ({ value: one, label: t(`channel.${one}`) })) };
  if (kind === 'level')
    return { options: LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) })) };
  return null;
}

const LEVELS = ['1', '2', '3', '4', '5'] as const;
