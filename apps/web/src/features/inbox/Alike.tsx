import Button from 'antd/es/button';
import type { AlikeMention } from '../../api/inbox';
import { useText } from './text';
import styles from './inbox.module.css';

/** More of them tell nothing new. */
const SHOWN = 5;

interface AlikeProps {
  readonly mentions: readonly AlikeMention[];
  readonly onSelect: () => void;
}

/** Near repeats of the mention under the cursor, to be dealt with together; a template of it is another matter. */
export function Alike({ mentions, onSelect }: AlikeProps) {
  const t = useText();
  const same = mentions.filter(({ relation }) => relation === 'same');
  const templates = mentions.filter(({ relation }) => relation === 'template');
  if (mentions.length === 0) return null;
  return (
    <section aria-label={t('alike')} className={styles.known}>
      {same.length > 0 && (
        <>
          <h2>{t('alike.same', { count: same.length })}</h2>
          <Wordings mentions={same} />
          <Button onClick={onSelect}>
            {t('alike.select')} <kbd aria-hidden="true">s</kbd>
          </Button>
        </>
      )}
      {templates.length > 0 && (
        <>
          <h2>{t('alike.template', { count: templates.length })}</h2>
          <Wordings mentions={templates} />
        </>
      )}
    </section>
  );
}

function Wordings({ mentions }: { mentions: readonly AlikeMention[] }) {
  const t = useText();
  return (
    <ul>
      {mentions.slice(0, SHOWN).map(({ id, text, source, seenCount }) => (
        <li key={id}>
          {text}
          <span className={styles.facts}>
            <span>{source}</span>
            <span>{t('seen', { count: seenCount })}</span>
          </span>
        </li>
      ))}
      {mentions.length > SHOWN && <li>{t('alike.more', { count: mentions.length - SHOWN })}</li>}
    </ul>
  );
}
