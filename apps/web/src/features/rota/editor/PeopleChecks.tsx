import { useId, useState } from 'react';
import type { User } from '../../../api/people-types';
import type { Role, Words } from '../../../api/types';
import { useSettings } from '../../../settings/settings';
import { plain } from '../../../ui/plain';
import { useText } from '../text';
import styles from './editor.module.css';

interface PeopleChecksProps {
  readonly label: string;
  readonly hint: string;
  readonly users: readonly User[];
  /** Whoever has this role is in sight; the others are one press away. */
  readonly likely: Role;
  readonly chosen: readonly string[];
  readonly errors: readonly (string | Words)[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** People in the order in which they were chosen: that is the order in which they take turns. */
export function PeopleChecks(props: PeopleChecksProps) {
  const { label, hint, users, likely, chosen, errors, onChange } = props;
  const t = useText();
  const id = useId();
  const { language } = useSettings();
  const [isWide, setWide] = useState(!users.some(({ roles }) => roles.includes(likely)));
  const shown = isWide ? users : users.filter(({ roles }) => roles.includes(likely));
  const toggle = (userId: string, on: boolean) =>
    onChange(on ? [...chosen, userId] : chosen.filter((other) => other !== userId));
  return (
    <fieldset
      className={styles.checks}
      aria-invalid={errors.length > 0}
      aria-describedby={errors.length > 0 ? `${id}-error` : `${id}-hint`}
    >
      <legend>{label}</legend>
      <p id={`${id}-hint`} className={styles.soft}>
        {hint}
      </p>
      <div className={styles.chips}>
        {shown.map(({ id: userId, name }) => {
          const turn = chosen.indexOf(userId);
          return (
            <label key={userId}>
              <input
                type="checkbox"
                checked={turn >= 0}
                onChange={({ target }) => toggle(userId, target.checked)}
              />
              <span>
                {turn >= 0 && <span className={styles.turn}>{turn + 1}</span>}
                {name}
              </span>
            </label>
          );
        })}
        {!isWide && shown.length < users.length && (
          <button type="button" className={styles.more} onClick={() => setWide(true)}>
            {t('quick.more')}
          </button>
        )}
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className={styles.error}>
          {errors.map((message) => plain(message, language)).join('; ')}
        </p>
      )}
    </fieldset>
  );
}
