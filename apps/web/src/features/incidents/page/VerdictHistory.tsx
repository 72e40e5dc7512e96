import type { TimelineItem } from '../../../api/incident-types';
import { Moment } from '../../../ui/Moment';
import { factsIn, textIn } from '../timeline/data';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import styles from './page.module.css';

/** How the verdict came to be what it is: worth telling when there was more than one. */
export function VerdictHistory({ items }: { items: readonly TimelineItem[] }) {
  const t = useText();
  const say = useSaying();
  const changes = items.filter(({ data }) => textIn(factsIn(data, 'set'), 'verdict') !== null);
  const later = changes.filter(({ type }) => type !== 'detected');
  if (later.length < 2) return null;
  return (
    <details className={styles.over}>
      <summary>{t('verdict.history')}</summary>
      <ul className={styles.plain}>
        {later.map(({ seq, at, actor, data }) => {
          const reason = textIn(factsIn(data, 'params'), 'reason');
          return (
            <li key={seq}>
              <strong>{say.verdict(textIn(factsIn(data, 'set'), 'verdict'))}</strong>{' '}
              <span className={styles.soft}>
                {actor.name} <Moment at={at} />
              </span>
              {reason !== null && <span className={styles.written}>{reason}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
