import type { OnDuty } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { useText } from './text';
import styles from './desk.module.css';

export function DutyList({ onDuty }: { onDuty: readonly OnDuty[] }) {
  const t = useText();
  const common = useCommon();
  if (onDuty.length === 0) return <p className={styles.none}>{t('onDuty.empty')}</p>;
  return (
    <dl className={styles.duty}>
      {onDuty.map(({ position, users }) => (
        <div key={position}>
          <dt>{common(`position.${position}`)}</dt>
          <dd>
            {users.length === 0 && <span className={styles.gap}>{t('onDuty.nobody')}</span>}
            {users.map(({ id, name, phone }) => (
              <span key={id} className={styles.person}>
                {name}
                {phone && (
                  <a href={`tel:${phone}`} aria-label={t('call', { name, phone })}>
                    {phone}
                  </a>
                )}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
