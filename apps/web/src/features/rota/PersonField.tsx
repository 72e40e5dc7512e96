import { useState } from 'react';
import { useUnits, useUsers } from '../../api/people';
import type { User } from '../../api/people-types';
import { Combobox } from '../../ui/Combobox';
import type { ControlProps } from '../../ui/Field';
import { useText } from './text';

interface PersonFieldProps extends Partial<ControlProps> {
  readonly value: string;
  /** Who comes first: the people of the schedule. */
  readonly first?: readonly string[];
  readonly label?: string;
  readonly onChange: (userId: string) => void;
}

const SHOWN = 50;

/** One colleague, found by name, whoever is on the rota first. Those who have left cannot be chosen. */
export function PersonField({ value, first = [], label, onChange, ...control }: PersonFieldProps) {
  const t = useText();
  const { data: users = [] } = useUsers();
  const { data: units = [] } = useUnits();
  const [text, setText] = useState('');
  const optionOf = ({ id, name, unitId }: User) => {
    const unit = units.find((known) => known.id === unitId);
    return { value: id, label: name, ...(unit ? { detail: unit.name } : {}) };
  };
  const rank = ({ id }: User) => (first.includes(id) ? 0 : 1);
  const picked = users.find(({ id }) => id === value);
  return (
    <Combobox
      {...control}
      picked={picked ? optionOf(picked) : null}
      options={users
        .filter((user) => !user.disabled && fits(user, text))
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, SHOWN)
        .map(optionOf)}
      text={text}
      onText={setText}
      onPick={(option) => onChange(option?.value ?? '')}
      placeholder={label ?? t('pick.placeholder')}
      nothing={t('pick.nobody')}
      clearLabel={t('pick.clear')}
    />
  );
}

function fits({ name, username }: User, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || username.toLowerCase().includes(wanted);
}
