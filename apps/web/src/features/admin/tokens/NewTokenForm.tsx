import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { PERMISSIONS } from '../../../api/people-types';
import type { PeopleRoutes } from '../../../api/people-routes';
import { useMe } from '../../../api/session';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { serverNow } from '../../../time/server-clock';
import { Choice } from '../../../ui/Choice';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Checks } from '../Checks';
import { useText } from '../text';

type Permission = (typeof PERMISSIONS)[number];

const FIELDS = ['name', 'permissions', 'expiresAt'];
const NOTHING_WRONG: FieldMessages = {};
const DAY = 24 * 60 * 60_000;
/** In days. The shortest is for a trial, the longest for a yearly change of keys. */
const LIVES = ['7', '30', '90', '365'] as const;
type Life = (typeof LIVES)[number];

interface NewTokenFormProps {
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (token: PeopleRoutes['POST /tokens']['body']) => void;
}

export function NewTokenForm({ error, pending, onSubmit }: NewTokenFormProps) {
  const t = useText();
  const own: readonly string[] = useMe().permissions;
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  const [life, setLife] = useState<Life>('90');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, error, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: FieldMessages = {
      ...(name.trim() === '' ? { name: t('wrong.tokenName') } : {}),
      ...(permissions.length === 0 ? { permissions: t('wrong.permissions') } : {}),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const expiresAt = new Date(serverNow() + Number(life) * DAY).toISOString();
    onSubmit({ name: name.trim(), permissions, expiresAt });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <ProblemAlert error={error} fields={FIELDS} />
      <Field label={t('token.name')} hint={t('token.name.hint')} errors={errorsOf('name')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Choice
        label={t('token.life')}
        name="life"
        value={life}
        options={LIVES.map((value) => ({
          value,
          label: t('token.days', { count: Number(value) }),
        }))}
        errors={errorsOf('expiresAt')}
        onChange={setLife}
      />
      <Checks
        label={t('token.permissions')}
        hint={t('token.permissions.hint')}
        chosen={permissions}
        options={PERMISSIONS.filter((permission) => own.includes(permission)).map((value) => ({
          value,
          label: t(`perm.${value}`),
          detail: value,
        }))}
        errors={errorsOf('permissions')}
        onChange={setPermissions}
      />
      <FormActs>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('token.create')}
        </Button>
      </FormActs>
    </form>
  );
}
