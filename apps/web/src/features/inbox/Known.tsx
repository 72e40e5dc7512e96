import Button from 'antd/es/button';
import { useMatch } from '../../api/library';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { useRested } from '../../lib/use-rested';
import { KnownClaim } from '../quicklog/KnownClaim';
import { useText } from './text';
import styles from './inbox.module.css';

/** Going down the list is not asking. */
const REST_MS = 250;

interface KnownProps {
  readonly text: string;
  readonly onJoin: ((incidentId: string) => void) | null;
}

/** Whether it is known: open incidents that it may join, and what was answered before. */
export function Known({ text, onJoin }: KnownProps) {
  const t = useText();
  const me = useMe();
  const asked = useRested(text, REST_MS);
  const { data } = useMatch(asked, '', may(me, 'claim.match'));
  const suggestions = asked === text ? (data?.suggestions ?? []) : [];
  if (suggestions.length === 0) return null;
  return (
    <section aria-label={t('known')} className={styles.known}>
      <h2>{t('known')}</h2>
      <ul>
        {suggestions.map((one) => (
          <li key={one.id}>
            <KnownClaim suggestion={one} />
            {onJoin !== null && one.target === 'incident' && one.relation === 'same' && (
              <Button size="small" onClick={() => onJoin(one.id)}>
                {t('join.this')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
