import { useId, type ReactNode } from 'react';
import type { Words } from '../api/types';
import { useCommon } from '../i18n/common';
import { useSettings } from '../settings/settings';
import { plain } from './plain';
import styles from './Field.module.css';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly errors?: readonly (string | Words)[] | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and what is wrong with it, tied together for screen readers. */
export function Field({ label, hint, optional = false, errors = [], children }: FieldProps) {
  const id = useId();
  const t = useCommon();
  const { language } = useSettings();
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''];
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}>{t('field.optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': errors.length > 0,
      })}
      {errors.length > 0 && (
        <p id={`${id}-error`} className={styles.error}>
          {errors.map((message) => plain(message, language)).join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
