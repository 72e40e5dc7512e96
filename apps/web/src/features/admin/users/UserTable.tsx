import type { MouseEvent } from 'react';
import { useUnits } from '../../../api/people';
import type { User } from '../../../api/people-types';
import { useCommon } from '../../../i18n/common';
import { usePhone } from '../../../theme/use-media';
import { useText } from '../text';
import styles from '../admin.module.css';

interface UserTableProps {
  readonly users: readonly User[];
  /** Null for those who may only look. */
  readonly onOpen: ((user: User) => void) | null;
}

interface Told {
  readonly roles: string;
  readonly unit: string;
  readonly contacts: string;
}

export function UserTable({ users, onOpen }: UserTableProps) {
  const isPhone = usePhone();
  const tell = useTell();
  return isPhone ? (
    <Cards users={users} onOpen={onOpen} tell={tell} />
  ) : (
    <Rows users={users} onOpen={onOpen} tell={tell} />
  );
}

function useTell(): (user: User) => Told {
  const t = useText();
  const common = useCommon();
  const { data: units = [] } = useUnits();
  return ({ roles, unitId, isUnitLead, contacts = [] }) => {
    const unit = units.find(({ id }) => id === unitId)?.name ?? '';
    return {
      roles: roles.map((role) => common(`role.${role}`)).join(t('join')),
      unit: unit !== '' && isUnitLead ? `${unit} · ${t('user.unitLead.mark')}` : unit,
      contacts: contacts
        .map(({ channel, address }) => `${t(`channel.${channel}`)} ${address}`.trim())
        .join(' · '),
    };
  };
}

type ShownProps = UserTableProps & { readonly tell: (user: User) => Told };

function Rows({ users, onOpen, tell }: ShownProps) {
  const t = useText();
  const heads = ['name', 'username', 'roles', 'unit', 'contacts', 'state'] as const;
  return (
    <div className={styles.frame}>
      <table
        className={onOpen ? `${styles.table ?? ''} ${styles.opens ?? ''}` : styles.table}
        aria-label={t('users.title')}
      >
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`user.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map((user) => {
            const { roles, unit, contacts } = tell(user);
            return (
              <tr
                key={user.id}
                className={user.disabled ? styles.off : undefined}
                onClick={(event) => {
                  if (isPlain(event)) onOpen?.(user);
                }}
              >
                <td>
                  <Name user={user} onOpen={onOpen} />
                </td>
                <td title={user.username}>{user.username}</td>
                <td title={roles}>{roles}</td>
                <td title={unit}>{unit}</td>
                <td title={contacts}>{contacts}</td>
                <td>
                  <State user={user} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A click on a button of the row is the button's. */
function isPlain(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('button') === null;
}

function Cards({ users, onOpen, tell }: ShownProps) {
  return (
    <ul className={styles.cards}>
      {users.map((user) => {
        const { roles, unit, contacts } = tell(user);
        return (
          <li key={user.id} className={styles.card}>
            <div className={styles.cardHead}>
              <Name user={user} onOpen={onOpen} />
              {user.disabled && <State user={user} />}
            </div>
            <p>{[roles, unit].filter(Boolean).join(' · ')}</p>
            <p className={styles.soft}>{[user.username, contacts].filter(Boolean).join(' · ')}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Name({ user, onOpen }: { user: User; onOpen: UserTableProps['onOpen'] }) {
  const t = useText();
  if (!onOpen) return <>{user.name}</>;
  return (
    <button
      type="button"
      className={styles.open}
      title={t('users.open', { name: user.name })}
      aria-haspopup="dialog"
      onClick={() => onOpen(user)}
    >
      {user.name}
    </button>
  );
}

function State({ user }: { user: User }) {
  const t = useText();
  return user.disabled ? (
    <span className={styles.mark}>{t('user.disabled')}</span>
  ) : (
    <>{t('user.active')}</>
  );
}
