import { useEffect, useRef, useState } from 'react';
import { bookmarklet } from './bookmarklet';
import { useText } from './text';
import styles from './quicklog.module.css';

/** How to come here from another page or another app, with the form filled in. */
export function OtherWays() {
  const t = useText();
  const link = useRef<HTMLAnchorElement>(null);
  const [isClicked, setClicked] = useState(false);
  // React writes no such address, and rightly: this one is there to be dragged, and does nothing on this page.
  useEffect(() => link.current?.setAttribute('href', bookmarklet(location.origin)), []);
  return (
    <details className={styles.ways}>
      <summary>{t('ways')}</summary>
      <p>{t('ways.bookmark')}</p>
      <p>
        <a
          ref={link}
          className={styles.bookmark}
          onClick={(event) => {
            event.preventDefault();
            setClicked(true);
          }}
        >
          {t('ways.bookmark.name')}
        </a>
      </p>
      <p role="status" className={styles.filled}>
        {isClicked && t('ways.bookmark.drag')}
      </p>
      <p>{t('ways.share')}</p>
      <p className={styles.soft}>{t('ways.nothing')}</p>
    </details>
  );
}
