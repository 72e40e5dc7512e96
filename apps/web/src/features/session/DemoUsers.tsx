import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import { signedInAs } from '../../api/session';
import { useCommon } from '../../i18n/common';
import { ErrorState } from '../../ui/ErrorState';
import { Skeleton } from '../../ui/Skeleton';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Icon } from '../../ui/Icon';
import { useText } from './text';
import styles from './session.module.css';

/** One-click sign-in. The server offers it in a demonstration only. */
export function DemoUsers() {
  const t = useText();
  const common = useCommon();
  const users = useQuery({ queryKey: ['demo-users'], queryFn: () => call('GET /demo/users') });
  const enter = useMutation({
    mutationFn: (username: string) => call('POST /demo/session', { body: { username } }),
    onSuccess: signedInAs,
  });
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p className={styles.soft}>{t('demo.lead')}</p>
      <ProblemAlert error={enter.error} />
      {users.isPending && <Skeleton rows={4} height={48} />}
      {users.error && <ErrorState error={users.error} onRetry={() => void users.refetch()} />}
      <ul>
        {users.data?.map((user) => (
          <li key={user.username}>
            <button
              type="button"
              className={styles.enter}
              disabled={enter.isPending}
              onClick={() => enter.mutate(user.username)}
            >
              <span>
                {user.name}
                <span className={styles.roles}>
                  {user.roles.map((role) => common(`role.${role}`)).join(' · ')}
                </span>
              </span>
              <Icon name="chevron" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.or}>{t('demo.or')}</p>
    </section>
  );
}
