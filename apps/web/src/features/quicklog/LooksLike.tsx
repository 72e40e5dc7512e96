import { useMatch } from '../../api/library';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { useRested } from '../../lib/use-rested';
import type { Entry } from './entry';
import { KnownClaim } from './KnownClaim';
import { useText } from './text';
import styles from './lookslike.module.css';

/** Typing is not asking. */
const REST_MS = 350;

interface LooksLikeProps {
  readonly entry: Entry;
  /** The answered claims that this person says it is again. */
  readonly cameBack: readonly string[];
  readonly onCameBack: (ids: readonly string[]) => void;
}

/** What is being logged looks like something known: in words why, and what differs. Only a person says that it is. */
export function LooksLike({ entry, cameBack, onCameBack }: LooksLikeProps) {
  const t = useText();
  const me = useMe();
  const text = useRested(entry.claim.trim() || entry.text.trim(), REST_MS);
  const place = useRested(entry.place.trim(), REST_MS);
  const { data } = useMatch(text, place, may(me, 'claim.match'));
  const suggestions = data?.suggestions ?? [];
  const toggle = (id: string) =>
    onCameBack(cameBack.includes(id) ? cameBack.filter((one) => one !== id) : [...cameBack, id]);
  return (
    <div role="status" className={styles.strip}>
      {suggestions.length > 0 && (
        <>
          <p className={styles.lead}>{t('like.lead')}</p>
          <ul>
            {suggestions.map((one) => (
              <li key={one.id} className={styles.item}>
                <KnownClaim suggestion={one} />
                {one.target === 'clarification' && one.relation === 'same' && (
                  <button
                    type="button"
                    aria-pressed={cameBack.includes(one.id)}
                    className={styles.same}
                    onClick={() => toggle(one.id)}
                  >
                    {t(cameBack.includes(one.id) ? 'like.same.yes' : 'like.same')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
