import Input from 'antd/es/input';
import { useState } from 'react';
import type { Words } from '../../../api/types';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { useText } from '../text';

const USUAL = ['PT8H', 'PT12H', 'P1D', 'P7D'] as const;
const OTHER = 'other';
const LENGTHS = [...USUAL, OTHER] as const;
type Length = (typeof LENGTHS)[number];

interface ShiftFieldProps {
  readonly name: string;
  readonly value: string;
  readonly errors: readonly (string | Words)[];
  readonly onChange: (shift: string) => void;
}

/** The usual lengths to choose from; any other in ISO 8601. */
export function ShiftField({ name, value, errors, onChange }: ShiftFieldProps) {
  const t = useText();
  const usual = USUAL.find((known) => known === value);
  const [isOther, setOther] = useState(usual === undefined);
  const choose = (length: Length) => {
    setOther(length === OTHER);
    if (length !== OTHER) onChange(length);
  };
  return (
    <>
      <Choice<Length>
        label={t('edit.shift')}
        name={name}
        value={isOther ? OTHER : (usual ?? OTHER)}
        options={LENGTHS.map((length) => ({
          value: length,
          label: t(`edit.shift.${length}`),
        }))}
        errors={isOther ? [] : errors}
        onChange={choose}
      />
      {isOther && (
        <Field label={t('edit.shift.iso')} hint={t('edit.shift.iso.hint')} errors={errors}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={20}
              value={value}
              onChange={({ target }) => onChange(target.value.trim().toUpperCase())}
            />
          )}
        </Field>
      )}
    </>
  );
}
