import { useMutation, useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { queryClient } from '../../api/query-client';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { pushState, switchPushOff, switchPushOn, type PushState } from './push';
import { useText } from './text';
import styles from './channels.module.css';

const KEY = ['channels', 'push'] as const;

/** Push messages on this very device. The browser is asked for permission by the click, never before. */
export function ThisDevice() {
  const t = useText();
  const { data: state, isPending } = useQuery({ queryKey: KEY, queryFn: pushState });
  const change = useMutation({
    mutationFn: (next: () => Promise<PushState>) => next(),
    onSuccess: (now) => {
      queryClient.setQueryData(KEY, now);
      return queryClient.invalidateQueries({ queryKey: ['channels', 'mine'] });
    },
  });
  return (
    <Section title={t('push')}>
      <p className={styles.hint}>{t('push.lead')}</p>
      {isPending && <Skeleton rows={1} />}
      {state && (
        <div className={styles.device}>
          <span role="status" className={state === 'on' ? styles.good : undefined}>
            {t(`push.is.${state}`)}
          </span>
          {state === 'off' && (
            <Button loading={change.isPending} onClick={() => change.mutate(switchPushOn)}>
              {t('push.on')}
            </Button>
          )}
          {state === 'on' && (
            <Button loading={change.isPending} onClick={() => change.mutate(switchPushOff)}>
              {t('push.off')}
            </Button>
          )}
        </div>
      )}
      {change.error && (
        <p role="alert" className={styles.bad}>
          {t('push.failed', { reason: change.error.message })}
        </p>
      )}
    </Section>
  );
}
