import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useCreateUser } from '../../../api/admin-people';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import { useTold } from '../told';
import { inWords, NEW_FIELDS, NOTHING_WRONG } from './fields';
import { UserFields } from './UserFields';
import { BLANK, newUserOf, wrongDetails, wrongPassword, wrongUsername } from './values';
import styles from './users.module.css';

export function NewUserForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { value: entry, change, clear } = useDraft('admin.user', BLANK);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const create = useCreateUser(() => {
    clear();
    announce(t('user.created'));
    onClose();
  });
  const form = useRef<HTMLFormElement>(null);
  const error = useTold(create.error);
  const errorsOf = useFormErrors(form, NEW_FIELDS, error, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = inWords(
      {
        username: wrongUsername(entry.username),
        password: wrongPassword(password, entry.username),
        ...wrongDetails(entry),
      },
      t,
    );
    setWrong(found);
    if (Object.keys(found).length === 0) create.mutate(newUserOf(entry, password));
  };

  return (
    <Dialog title={t('users.new')} side onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <ProblemAlert error={error} fields={NEW_FIELDS} />
        <Field
          label={t('user.username')}
          hint={t('user.username.hint')}
          errors={errorsOf('username')}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={40}
              value={entry.username}
              onChange={({ target }) => change({ username: target.value })}
            />
          )}
        </Field>
        <Field
          label={t('user.password')}
          hint={t('user.password.hint')}
          errors={errorsOf('password')}
        >
          {(control) => (
            <Input.Password
              {...control}
              status={control['aria-invalid'] ? 'error' : ''}
              autoComplete="new-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        <UserFields entry={entry} errorsOf={errorsOf} onChange={change} />
        <FormActs>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('user.create')}
          </Button>
          <span className={styles.soft}>{t('user.draft')}</span>
        </FormActs>
      </form>
    </Dialog>
  );
}
