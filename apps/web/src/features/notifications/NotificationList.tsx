import { Link } from 'react-router';
import type { Notification } from '../../api/types';
import { useSay } from '../../i18n/words';
import { TimeAgo } from '../../ui/TimeAgo';
import { placeOf } from './place';
import { sentenceOf } from './sentence';
import { useText } from './text';
import styles from './NotificationList.module.css';

interface ListProps {
  readonly items: readonly Notification[];
  readonly onRead: (ids: readonly string[]) => void;
}

export function NotificationList({ items, onRead }: ListProps) {
  const t = useText();
  return (
    <ul className={styles.list} aria-label={t('list')}>
      {items.map((item) => (
        <li key={item.id} className={styles.row} data-unread={item.readAt === null}>
          {item.readAt === null && <span className="mb-said">{t('unread')}</span>}
          <Sentence item={item} onRead={(id) => onRead([id])} />
          <span className={styles.at}>
            <TimeAgo at={item.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A notification leads to what it is about; going there is reading it. */
function Sentence({ item, onRead }: { item: Notification; onRead: (id: string) => void }) {
  const t = useText();
  const read = () => {
    if (item.readAt === null) onRead(item.id);
  };
  const say = useSay();
  const text = sentenceOf(item, t, say);
  const place = placeOf(item);
  if (place === null) {
    return (
      <button type="button" className={styles.text} title={text} onClick={read}>
        {text}
      </button>
    );
  }
  return (
    <Link to={place} className={styles.text} title={text} onClick={read}>
      {text}
    </Link>
  );
}
