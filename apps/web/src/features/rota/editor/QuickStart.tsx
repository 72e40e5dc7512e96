import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useUsers } from '../../../api/people';
import type { User } from '../../../api/people-types';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { useMe } from '../../../api/session';
import type { Role } from '../../../api/types';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { Skeleton } from '../../../ui/Skeleton';
import { useText } from '../text';
import { usualRota, type ScheduleDraft, type UsualChoice } from './draft';
import { PeopleChecks } from './PeopleChecks';
import styles from './editor.module.css';

const GROUPS = ['officers', 'deputies', 'leaders'] as const;
const FIELDS: readonly string[] = GROUPS;
const NOTHING_WRONG: FieldMessages = {};
const ROLE_OF: Record<(typeof GROUPS)[number], Role> = {
  officers: 'officer',
  deputies: 'officer',
  leaders: 'leader',
};

interface QuickStartProps {
  readonly zone: string;
  readonly now: number;
  readonly onMade: (draft: ScheduleDraft) => void;
  readonly onBlank: () => void;
}

const withRole = (users: readonly User[], role: Role): readonly string[] =>
  users.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);

/** Whoever has the role is chosen already: for most offices three looks and one press. */
export function QuickStart(props: QuickStartProps) {
  const { data: users, isPending } = useUsers();
  if (isPending) return <Skeleton rows={8} />;
  return <Choices {...props} users={(users ?? []).filter(({ disabled }) => !disabled)} />;
}

function Choices({ users, zone, now, onMade, onBlank }: QuickStartProps & { users: User[] }) {
  const t = useText();
  const office = useMe().unit?.name;
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const [choice, setChoice] = useState<UsualChoice>(() => ({
    officers: withRole(users, 'officer'),
    deputies: withRole(users, 'officer'),
    leaders: withRole(users, 'leader'),
    handoffAt: '08:00',
  }));
  const errorsOf = useFormErrors(form, FIELDS, null, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (choice.officers.length === 0) {
      setWrong({ officers: t('quick.none') });
      return;
    }
    const names = {
      schedule: office ?? t('quick.name'),
      layer: t('quick.layer'),
    };
    onMade(usualRota(choice, names, zone, now));
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      {GROUPS.map((group) => (
        <PeopleChecks
          key={group}
          label={t(`quick.${group}`)}
          hint={t(`quick.${group}.hint`)}
          users={users}
          likely={ROLE_OF[group]}
          chosen={choice[group]}
          errors={errorsOf(group)}
          onChange={(ids) => {
            setChoice({ ...choice, [group]: ids });
            setWrong(NOTHING_WRONG);
          }}
        />
      ))}
      <Field label={t('quick.handoff')}>
        {(control) => (
          <Input
            className={styles.time ?? ''}
            {...control}
            type="time"
            value={choice.handoffAt}
            onChange={({ target }) => setChoice({ ...choice, handoffAt: target.value })}
          />
        )}
      </Field>
      <FormActs>
        <Button type="primary" size="large" htmlType="submit">
          {t('quick.act')}
        </Button>
        <Button size="large" onClick={onBlank}>
          {t('quick.blank')}
        </Button>
      </FormActs>
    </form>
  );
}
