import type { Words } from '../../../api/types';
import { useSettings } from '../../../settings/settings';
import { plain } from '../../../ui/plain';
import { LEVELS } from './risk';
import { useText } from './text';
import styles from './judge.module.css';

interface FactorFieldProps {
  readonly name: string;
  readonly title: string;
  /** What levels 1 to 5 mean, each with an example. */
  readonly levels: readonly { readonly words: string; readonly example: string }[];
  readonly value: number | null;
  readonly onChange: (level: number) => void;
  readonly errors: readonly (string | Words)[];
}

/** One factor: five levels in words, real radio buttons. */
export function FactorField({ name, title, levels, value, onChange, errors }: FactorFieldProps) {
  const { language } = useSettings();
  const t = useText();
  return (
    <fieldset className={styles.factor} aria-invalid={errors.length > 0}>
      <legend className={styles.factorTitle}>{title}</legend>
      <div className={styles.levels}>
        {LEVELS.map((level) => (
          <label key={level} className={styles.level}>
            <input
              type="radio"
              name={name}
              value={level}
              checked={value === level}
              onChange={() => onChange(level)}
            />
            <span className={styles.levelBox}>
              <span className={styles.levelNumber}>{level}</span>
              <span>
                {levels[level - 1]?.words}
                <span className={styles.example}>
                  {t('judge.example', { example: levels[level - 1]?.example ?? '' })}
                </span>
              </span>
            </span>
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p className={styles.error}>{errors.map((error) => plain(error, language)).join('; ')}</p>
      )}
    </fieldset>
  );
}
