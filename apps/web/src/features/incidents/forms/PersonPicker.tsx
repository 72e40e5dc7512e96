import { useState } from 'react';
import { useUnits, useUsers } from '../../../api/people';
import type { User } from '../../../api/people-types';
import { Combobox } from '../../../ui/Combobox';
import type { ControlProps } from '../../../ui/Field';
import { useText } from './text';

interface PersonPickerProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Only people of this unit; everybody, when left out. */
  readonly unitId?: string | undefined;
}

const SHOWN = 50;

/** One colleague, found by name. Those who have left cannot be chosen. */
export function PersonPicker({ control, value, onChange, unitId }: PersonPickerProps) {
  const t = useText();
  const { data: users = [] } = useUsers();
  const { data: units = [] } = useUnits();
  const [text, setText] = useState('');
  const optionOf = ({ id, name, unitId }: User) => {
    const unit = units.find((known) => known.id === unitId);
    return { value: id, label: name, ...(unit ? { detail: unit.name } : {}) };
  };
  const picked = users.find(({ id }) => id === value);
  return (
    <Combobox
      {...control}
      picked={picked ? optionOf(picked) : null}
      options={users
        .filter((user) => !user.disabled && isOf(user, unitId) && fits(user, text))
        .slice(0, SHOWN)
        .map(optionOf)}
      text={text}
      onText={setText}
      onPick={(option) => onChange(option?.value ?? '')}
      placeholder={t('pick.person')}
      nothing={t('pick.nobody')}
      clearLabel={t('pick.clear')}
    />
  );
}

function fits({ name, username }: User, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || username.toLowerCase().includes(wanted);
}

const isOf = (user: User, unitId: string | undefined): boolean =>
  unitId === undefined || user.unitId === unitId;
