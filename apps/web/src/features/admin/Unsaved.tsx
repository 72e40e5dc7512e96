import Button from 'antd/es/button';
import { useEffect, useRef } from 'react';
import { useText } from './text';
import styles from './admin.module.css';

/** Asked in place of closing a form whose changes would be lost. */
export function Unsaved({ onStay, onGo }: { onStay: () => void; onGo: () => void }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.unsaved}>
      <p>{t('unsaved.title')}</p>
      <Button type="primary" onClick={onStay}>
        {t('unsaved.stay')}
      </Button>
      <Button onClick={onGo}>{t('unsaved.go')}</Button>
    </div>
  );
}
