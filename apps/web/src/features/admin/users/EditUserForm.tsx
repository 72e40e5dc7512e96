import Button from 'antd/es/button';
import { useRef, useState, type SubmitEvent } from 'react';
import { useChangeUser } from '../../../api/admin-people';
import type { User } from '../../../api/people-types';
import { useFormErrors } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';
import { useTold } from '../told';
import { Unsaved } from '../Unsaved';
import { AccountActs } from './AccountActs';
import { DETAIL_FIELDS, inWords, NOTHING_WRONG } from './fields';
import { UserFields } from './UserFields';
import { changesOf, entryOf, wrongDetails } from './values';
import styles from './users.module.css';

export function EditUserForm({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useText();
  const [entry, setEntry] = useState(() => entryOf(user));
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const [isLeaving, setLeaving] = useState(false);
  const changes = changesOf(entry, user);
  const isDirty = Object.keys(changes).length > 0;
  const save = useChangeUser(user.id, () => {
    announce(t('user.saved'));
    onClose();
  });
  const form = useRef<HTMLFormElement>(null);
  const error = useTold(save.error);
  const errorsOf = useFormErrors(form, DETAIL_FIELDS, error, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = inWords(wrongDetails(entry), t);
    setWrong(found);
    if (Object.keys(found).length === 0) save.mutate(changes);
  };

  return (
    <Dialog
      title={t('users.edit', { name: user.name })}
      side
      onClose={() => (isDirty ? setLeaving(true) : onClose())}
    >
      {isLeaving && <Unsaved onStay={() => setLeaving(false)} onGo={onClose} />}
      <p className={styles.who}>
        {t('user.username')} <strong>{user.username}</strong>
      </p>
      <form ref={form} onSubmit={submit} noValidate>
        <ProblemAlert error={error} fields={DETAIL_FIELDS} />
        <UserFields
          entry={entry}
          errorsOf={errorsOf}
          onChange={(change) => setEntry({ ...entry, ...change })}
        />
        <FormActs>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!isDirty}>
            {t('save')}
          </Button>
          {!isDirty && <span className={styles.soft}>{t('saved.none')}</span>}
        </FormActs>
      </form>
      <AccountActs user={user} />
    </Dialog>
  );
}
