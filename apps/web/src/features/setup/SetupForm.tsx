import { useMutation } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/client';
import { kindOfError } from '../../api/problem';
import { signedInAs } from '../../api/session';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { EmptyState } from '../../ui/EmptyState';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';

const FIELDS = ['name', 'username', 'password'];
const BLANK = { name: '', username: '', password: '' };
const NOTHING_WRONG: FieldMessages = {};
/** The server's own minimum; asked here too, so that nobody waits to hear it. */
const SHORTEST_PASSWORD = 10;

export function SetupForm({ token }: { token: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [form, setForm] = useState(BLANK);
  const [missing, setMissing] = useState(NOTHING_WRONG);
  const setup = useMutation({
    mutationFn: () => call('POST /setup', { body: { token, ...form } }),
    onSuccess: (me) => {
      signedInAs(me);
      void navigate('/', { replace: true });
    },
  });
  const errors = useFormErrors(FIELDS, setup.error, missing);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: FieldMessages = {
      ...(form.name.trim() === '' ? { name: t('missing.name') } : {}),
      ...(form.username.trim() === '' ? { username: t('missing.username') } : {}),
      ...(form.password.length < SHORTEST_PASSWORD ? { password: t('missing.password') } : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) setup.mutate();
  };

  // The token belongs to the link: one that is unknown, used or expired cannot be mended in the form.
  if (setup.error && ['missing', 'forbidden'].includes(kindOfError(setup.error))) {
    return <EmptyState title={t('used')} act={<Link to="/sign-in">{t('signIn')}</Link>} />;
  }
  return (
    <form ref={errors.form} onSubmit={submit} noValidate>
      <ProblemAlert error={setup.error} fields={FIELDS} />
      <Field label={t('name')} errors={errors.of('name')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="name"
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('username')} hint={t('username.hint')} errors={errors.of('username')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            value={form.username}
            onChange={(event) => setForm({ ...form, username: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('password')} hint={t('password.hint')} errors={errors.of('password')}>
        {(control) => (
          <Input
            {...control}
            type="password"
            size="large"
            autoComplete="new-password"
            value={form.password}
            onChange={(event) => setForm({ ...form, password: event.target.value })}
          />
        )}
      </Field>
      <FormActs>
        <Button type="primary" size="large" htmlType="submit" loading={setup.isPending} block>
          {t('submit')}
        </Button>
      </FormActs>
    </form>
  );
}
