import Input from 'antd/es/input';
import type { Words } from '../../api/types';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { useText } from './text';

/** The server's limit. */
const LONGEST = 100;
const NEW = '\u0000new';

/** One of the sources that are there, or, with `known` empty or gone, the name of a new one. */
export interface SourceChoice {
  readonly known: string;
  readonly name: string;
}

const isNew = ({ known }: SourceChoice, names: readonly string[]): boolean =>
  known === NEW || names.length === 0;

/** The name to send; empty when nothing has been chosen. */
export const nameOf = (choice: SourceChoice, names: readonly string[]): string =>
  isNew(choice, names) ? choice.name.trim() : choice.known;

interface SourceFieldProps {
  readonly choice: SourceChoice;
  readonly names: readonly string[];
  readonly errors: readonly (string | Words)[];
  readonly onChange: (choice: SourceChoice) => void;
}

export function SourceField({ choice, names, errors, onChange }: SourceFieldProps) {
  const t = useText();
  const writes = isNew(choice, names);
  return (
    <>
      {names.length > 0 && (
        <Field label={t('source')} hint={t('source.hint')} errors={writes ? [] : errors}>
          {(control) => (
            <Select
              {...control}
              value={choice.known}
              none={t('source.pick')}
              options={[
                ...names.map((name) => ({ value: name, label: name })),
                { value: NEW, label: t('source.new') },
              ]}
              onChange={(known) => onChange({ ...choice, known })}
            />
          )}
        </Field>
      )}
      {writes && (
        <Field
          label={t(names.length > 0 ? 'source.name' : 'source')}
          hint={names.length > 0 ? undefined : t('source.hint')}
          errors={errors}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={LONGEST}
              value={choice.name}
              onChange={({ target }) => onChange({ ...choice, name: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
