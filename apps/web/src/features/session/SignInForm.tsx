import { useMutation } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { call } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { signedInAs } from '../../api/session';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';
import styles from './session.module.css';

const FIELDS = ['username', 'password'];
const NOTHING_WRONG: FieldMessages = {};

export function SignInForm() {
  const t = useText();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<FieldMessages>(NOTHING_WRONG);
  const signIn = useMutation({
    mutationFn: () => call('POST /session', { body: { username, password } }),
    onSuccess: signedInAs,
  });
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, signIn.error, missing);
  const wrong = signIn.error instanceof ApiProblem && signIn.error.status === 401;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: FieldMessages = {
      ...(username.trim() === '' ? { username: t('missing.username') } : {}),
      ...(password === '' ? { password: t('missing.password') } : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) signIn.mutate();
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      {wrong ? (
        <p role="alert" className={styles.wrong}>
          {t('wrong')}
        </p>
      ) : (
        <ProblemAlert error={signIn.error} fields={FIELDS} />
      )}
      <Field label={t('username')} errors={errorsOf('username')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password')} errors={errorsOf('password')} hint={t('lost.title')}>
        {(control) => (
          <Input
            {...control}
            type="password"
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <FormActs>
        <Button type="primary" size="large" htmlType="submit" loading={signIn.isPending} block>
          {t('submit')}
        </Button>
      </FormActs>
    </form>
  );
}
