import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useChangeUser } from '../../../api/admin-people';
import type { User } from '../../../api/people-types';
import { useFormErrors } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { Confirm } from '../Confirm';
import { useText } from '../text';
import { useTold } from '../told';
import { inWords, NOTHING_WRONG, PASSWORD_FIELDS } from './fields';
import { wrongPassword } from './values';
import styles from './users.module.css';

/** What takes effect at once and is no part of the form: a new password, the end of an account. */
export function AccountActs({ user }: { user: User }) {
  const t = useText();
  return (
    <div className={styles.account}>
      <Section title={t('account.title')}>
        {user.disabled ? (
          <Enable user={user} />
        ) : (
          <>
            <ResetPassword user={user} />
            <Disable user={user} />
          </>
        )}
      </Section>
    </div>
  );
}

function ResetPassword({ user }: { user: User }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const reset = useChangeUser(user.id, () => {
    setPassword('');
    announce(t('account.reset.done'));
  });
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, PASSWORD_FIELDS, reset.error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = inWords({ password: wrongPassword(password, user.username) }, t);
    setWrong(found);
    if (Object.keys(found).length === 0) reset.mutate({ password });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <ProblemAlert error={reset.error} fields={PASSWORD_FIELDS} />
      <Field
        label={t('account.reset')}
        hint={`${t('user.password.hint')} ${t('account.reset.hint')}`}
        errors={errorsOf('password')}
      >
        {(control) => (
          <div className={styles.reset}>
            <Input.Password
              {...control}
              status={control['aria-invalid'] ? 'error' : ''}
              autoComplete="new-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
            <Button htmlType="submit" loading={reset.isPending}>
              {t('account.reset')}
            </Button>
          </div>
        )}
      </Field>
      {reset.isSuccess && password === '' && (
        <p className={styles.done}>{t('account.reset.done')}</p>
      )}
    </form>
  );
}

function Disable({ user }: { user: User }) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const disable = useChangeUser(user.id, () => announce(t('account.disabled.done')));
  const error = useTold(disable.error);
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('account.disable')}
      </Button>
      {isAsked && (
        <Confirm
          title={t('account.disable.title', { name: user.name })}
          body={t('account.disable.body')}
          act={t('account.disable')}
          keep={t('account.keep')}
          pending={disable.isPending}
          error={error}
          onAct={() => disable.mutate({ disabled: true })}
          onClose={() => {
            disable.reset();
            setAsked(false);
          }}
        />
      )}
    </>
  );
}

function Enable({ user }: { user: User }) {
  const t = useText();
  const enable = useChangeUser(user.id, () => announce(t('account.enabled.done')));
  return (
    <>
      <ProblemAlert error={enable.error} />
      <p>{t('account.disabled')}</p>
      <FormActs>
        <Button loading={enable.isPending} onClick={() => enable.mutate({ disabled: false })}>
          {t('account.enable')}
        </Button>
      </FormActs>
    </>
  );
}
