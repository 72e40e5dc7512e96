import Button from 'antd/es/button';
import { useId, useRef, useState } from 'react';
import { useText } from '../text';
import styles from './calendar.module.css';

/** The only time that anybody sees it. */
export function SecretLink({ url }: { url: string }) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    input.current?.select();
    setSaid(t((await copyText(url)) ? 'cal.copied' : 'cal.copy.byHand'));
  };
  return (
    <div className={styles.link}>
      <label htmlFor={id}>{t('cal.label')}</label>
      <div className={styles.field}>
        <input ref={input} id={id} readOnly value={url} onFocus={({ target }) => target.select()} />
        <Button onClick={() => void copy()}>{t('cal.copy')}</Button>
      </div>
      <p role="status" className={styles.soft}>
        {said === '' ? t('cal.once') : said}
      </p>
    </div>
  );
}

/** Browsers offer no clipboard to plain-HTTP pages inside an office network. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
