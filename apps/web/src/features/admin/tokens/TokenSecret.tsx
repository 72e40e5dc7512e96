import Button from 'antd/es/button';
import { useId, useRef, useState } from 'react';
import { FormActs } from '../../../ui/FormActs';
import { useText } from '../text';
import styles from './tokens.module.css';

interface TokenSecretProps {
  readonly secret: string;
  /** What it begins with. */
  readonly prefix?: string;
  /** Somebody tried to close it before it was copied. */
  readonly warned: boolean;
  readonly onCopied: () => void;
  readonly onDone: () => void;
}

/** The only time that anybody sees it. */
export function TokenSecret({
  secret,
  prefix = 'mbt_',
  warned,
  onCopied,
  onDone,
}: TokenSecretProps) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  const copy = async () => {
    input.current?.select();
    const isCopied = await copyText(secret);
    if (isCopied) onCopied();
    const words = t(isCopied ? 'token.copied' : 'token.copy.byHand');
    setSaid(words);
  };

  return (
    <>
      <p>{t('token.secret.body')}</p>
      <label htmlFor={id} className={styles.label}>
        {t('token.secret.label')}
      </label>
      <div className={styles.secret}>
        <input
          ref={input}
          id={id}
          readOnly
          value={secret}
          onFocus={({ target }) => target.select()}
        />
        <Button onClick={() => void copy()}>{t('token.copy')}</Button>
      </div>
      <p className={styles.said} role="status">
        {said === '' && warned ? t('token.secret.keep') : said}
      </p>
      <p className={styles.use}>
        {t('token.secret.use')} <code>Authorization: Bearer {prefix}…</code>
      </p>
      <FormActs>
        <Button type="primary" onClick={onDone}>
          {t('token.secret.done')}
        </Button>
      </FormActs>
    </>
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
