import { useMutation } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../api/client';
import { chooseLanguage } from '../../api/language';
import { ApiProblem } from '../../api/problem';
import { signedInAs } from '../../api/session';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { getSettings } from '../../settings/settings';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';
import { UsedLink } from './UsedLink';

const FIELDS = ['name', 'username', 'password'];
const BLANK = { name: '', username: '', password: '' };
const NOTHING_WRONG: FieldMessages = {};
/** The server's own minimum; asked here too, so that nobody waits to hear it. */
const SHORTEST_PASSWORD = 10;

export function SetupForm({ token }: { token: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [entry, setEntry] = useState(BLANK);
  const [missing, setMissing] = useState(NOTHING_WRONG);
  const setup = useMutation({
    mutationFn: () => call('POST /setup', { body: { token, ...entry } }),
    onSuccess: (me) => {
      // A new account has no language of its own yet: it takes that of the page it was made on.
      chooseLanguage(getSettings().language, false);
      signedInAs(me);
      void navigate('/', { replace: true });
    },
  });
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, setup.error, missing);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: FieldMessages = {
      ...(entry.name.trim() === '' ? { name: t('missing.name') } : {}),
      ...(entry.username.trim() === '' ? { username: t('missing.username') } : {}),
      ...(entry.password.length < SHORTEST_PASSWORD ? { password: t('missing.password') } : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) setup.mutate();
  };

  if (setup.error instanceof ApiProblem && setup.error.problem.code === 'setup.token') {
    return <UsedLink />;
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <ProblemAlert error={setup.error} fields={FIELDS} />
      <Field label={t('name')} errors={errorsOf('name')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="name"
            value={entry.name}
            onChange={(event) => setEntry({ ...entry, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('username')} hint={t('username.hint')} errors={errorsOf('username')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            value={entry.username}
            onChange={(event) => setEntry({ ...entry, username: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('password')} hint={t('password.hint')} errors={errorsOf('password')}>
        {(control) => (
          <Input
            {...control}
            type="password"
            size="large"
            autoComplete="new-password"
            value={entry.password}
            onChange={(event) => setEntry({ ...entry, password: event.target.value })}
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
