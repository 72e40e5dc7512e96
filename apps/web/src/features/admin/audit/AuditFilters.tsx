import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useUsers } from '../../../api/people';
import { usePhone } from '../../../theme/use-media';
import { Combobox } from '../../../ui/Combobox';
import { Field, type ControlProps } from '../../../ui/Field';
import { useText } from '../text';
import { FILTERS, idIn, withFilter, type FilterName } from './filters';
import styles from './audit.module.css';

/** On a phone they are folded: the entries come first. */
export function AuditFilters() {
  const t = useText();
  const isPhone = usePhone();
  const [search] = useSearchParams();
  if (!isPhone) return <Filters />;
  return (
    <details className={styles.folded} open={FILTERS.some((name) => search.has(name))}>
      <summary>{t('audit.filter')}</summary>
      <Filters />
    </details>
  );
}

/** All of it is in the address, so that a search can be sent to a colleague. */
function Filters() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const valueOf = (name: FilterName) => search.get(name) ?? '';
  // From the address, not from the last render: two changes may come between two renders.
  const change = (name: FilterName, value: string) =>
    setSearch(withFilter(new URLSearchParams(location.search), name, value), { replace: true });
  const subject = valueOf('subject');
  return (
    <div role="search" aria-label={t('audit.filter')} className={styles.filters}>
      <Field
        label={t('audit.subject')}
        hint={t('audit.subject.hint')}
        errors={subject !== '' && idIn(subject) === null ? [t('audit.subject.wrong')] : []}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={subject}
            onChange={({ target }) => change('subject', idIn(target.value) ?? target.value)}
          />
        )}
      </Field>
      <Field label={t('audit.actor')}>
        {(control) => (
          <ActorPicker
            control={control}
            value={valueOf('actor')}
            onChange={(id) => change('actor', id)}
          />
        )}
      </Field>
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} label={t(`audit.${name}`)}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={valueOf(name)}
              onChange={({ target }) => change(name, target.value)}
            />
          )}
        </Field>
      ))}
      {FILTERS.some((name) => search.has(name)) && (
        <Button className={styles.clear ?? ''} onClick={() => setSearch({}, { replace: true })}>
          {t('audit.clear')}
        </Button>
      )}
    </div>
  );
}

const SHOWN = 50;

interface ActorPickerProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Anybody who ever acted: also those who have left. */
function ActorPicker({ control, value, onChange }: ActorPickerProps) {
  const t = useText();
  const { data: users = [] } = useUsers();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const options = users.map(({ id, name, username }) => ({
    value: id,
    label: name,
    detail: username,
  }));
  return (
    <Combobox
      {...control}
      picked={options.find((option) => option.value === value) ?? null}
      options={options
        .filter(({ label, detail }) => `${label}\n${detail}`.toLowerCase().includes(wanted))
        .slice(0, SHOWN)}
      text={text}
      onText={setText}
      onPick={(option) => onChange(option?.value ?? '')}
      placeholder={t('audit.actor.any')}
      nothing={t('audit.actor.none')}
      clearLabel={t('audit.actor.clear')}
    />
  );
}
