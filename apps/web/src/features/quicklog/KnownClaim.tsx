import type { Suggestion } from '../../api/library';
import { useText } from './text';
import styles from './lookslike.module.css';

/** What a text may be again: in words why, and what differs. */
export function KnownClaim({ suggestion }: { suggestion: Suggestion }) {
  const t = useText();
  const { target, claim, relation, strength, why } = suggestion;
  const [shared] = why.shared;
  return (
    <div>
      <a href={addressOf(suggestion)} target="_blank" rel="noopener">
        {claim}
      </a>
      <p className={styles.why}>
        <strong>{t(relation === 'template' ? 'like.template' : `like.${strength}`)}</strong>
        <span>{t(`like.${target}`)}</span>
        {shared !== undefined && <span>{t('like.shared', { passage: shared })}</span>}
        {why.differences.map((one) => (
          <span key={one.in} className={styles.differs}>
            {t(`like.differs.${one.in}`, {
              here: one.here.join('、'),
              there: one.there.join('、'),
            })}
          </span>
        ))}
      </p>
    </div>
  );
}

const addressOf = ({ target, id }: Suggestion): string =>
  target === 'incident' ? `/incidents/${id}` : `/library/${id}`;
