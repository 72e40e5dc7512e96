import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useCommon } from '../i18n/common';
import { Icon } from './Icon';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Along the right edge, as high as the window: for long forms beside the list they belong to. */
  readonly side?: boolean;
  /** On a phone only as high as what is in it, so that what it belongs to stays in sight above. */
  readonly sheet?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const FIRST_FIELD = 'textarea, select, input:not([type=hidden])';

/** The browser's own modal: it keeps the focus inside, gives it back, closes on Escape, and stills the rest. */
export function Dialog({ title, side = false, sheet = false, onClose, children }: DialogProps) {
  const id = useId();
  const t = useCommon();
  const dialog = useRef<HTMLDialogElement>(null);

  // A layout effect: its clean-up still finds the dialog in the page, so that closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would choose the close button, which comes first.
    element?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={[styles.dialog, side && styles.side, sheet && styles.sheet]
        .filter(Boolean)
        .join(' ')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <button type="button" className={styles.close} onClick={onClose}>
            <Icon name="close" />
            <span className="mb-said">{t('action.close')}</span>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
