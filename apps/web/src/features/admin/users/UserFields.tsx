import Input from 'antd/es/input';
import { useUnits } from '../../../api/people';
import { ROLES } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import type { ErrorsOf } from '../../../lib/use-form-errors';
import { Field } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import { Checks } from '../Checks';
import { useText } from '../text';
import { ContactRows } from './ContactRows';
import type { UserEntry } from './values';
import styles from './users.module.css';

interface UserFieldsProps {
  readonly entry: UserEntry;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (change: Partial<UserEntry>) => void;
}

/** What a new and an old user have in common. */
export function UserFields({ entry, errorsOf, onChange }: UserFieldsProps) {
  const t = useText();
  const common = useCommon();
  const { data: units = [] } = useUnits();
  return (
    <>
      <Field label={t('user.name')} errors={errorsOf('name')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={60}
            value={entry.name}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </Field>
      <Checks
        label={t('user.roles')}
        chosen={entry.roles}
        options={ROLES.map((value) => ({
          value,
          label: common(`role.${value}`),
          detail: t(`role.${value}`),
        }))}
        errors={errorsOf('roles')}
        onChange={(roles) => onChange({ roles })}
      />
      <Field label={t('user.unit')} hint={t('user.unit.hint')} errors={errorsOf('unitId')}>
        {(control) => (
          <Select
            {...control}
            value={entry.unitId}
            none={t('user.unit.none')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(unitId) => onChange({ unitId })}
          />
        )}
      </Field>
      {entry.unitId !== '' && (
        <label className={styles.lead}>
          <input
            type="checkbox"
            checked={entry.isUnitLead}
            onChange={({ target }) => onChange({ isUnitLead: target.checked })}
          />
          {t('user.unitLead')}
        </label>
      )}
      <ContactRows
        contacts={entry.contacts}
        errorsOf={errorsOf}
        onChange={(contacts) => onChange({ contacts })}
      />
    </>
  );
}
