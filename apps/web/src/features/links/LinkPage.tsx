import { useEffect, type ReactNode } from 'react';
import { setPageTitle } from '../../ui/page-title';
import { useText } from './text';
import styles from './link.module.css';

interface LinkPageProps {
  readonly title: string;
  /** For a document; a message needs the width of a phone. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The page behind the link of a message or an e-mail: what it is about, and one button. Nobody needs to sign in. */
export function LinkPage({ title, isWide = false, children }: LinkPageProps) {
  const t = useText();
  useEffect(() => setPageTitle(`${title} · ${t('brand')}`), [t, title]);
  return (
    <main className={styles.page} data-wide={isWide}>
      <p className={styles.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} />
        {t('brand')}
      </p>
      {children}
    </main>
  );
}

export function LinkLoading() {
  const t = useText();
  return (
    <h1 role="status" className={styles.soft}>
      {t('loading')}
    </h1>
  );
}

interface ActButtonProps {
  readonly isSending: boolean;
  /** Without it the button sends the form that it stands in. */
  readonly onAct?: () => void;
  readonly children: ReactNode;
}

/** What the page is for. It keeps the focus while it is sent. */
export function ActButton({ isSending, onAct, children }: ActButtonProps) {
  return (
    <button
      type={onAct ? 'button' : 'submit'}
      className={styles.act}
      aria-disabled={isSending}
      onClick={() => {
        if (!isSending) onAct?.();
      }}
    >
      {children}
    </button>
  );
}

interface OutcomeProps {
  readonly title: string;
  readonly body: string;
  readonly isGood: boolean;
  readonly onRetry: (() => void) | undefined;
  /** What it is about, when that is known. */
  readonly children: ReactNode;
}

/** What became of it, in plain words. */
export function Outcome({ title, body, isGood, onRetry, children }: OutcomeProps) {
  const t = useText();
  return (
    <>
      <div role="status">
        <h1 className={styles.heading} data-good={isGood}>
          {title}
        </h1>
        <p>{body}</p>
      </div>
      {children}
      {onRetry && (
        <ActButton isSending={false} onAct={onRetry}>
          {t('retry')}
        </ActButton>
      )}
    </>
  );
}
