import type { Words } from '../../../api/types';
import { useSettings } from '../../../settings/settings';
import { plain } from '../../../ui/plain';
import { LEVELS } from './risk';
import styles from './judge.module.css';

interface FactorFieldProps {
  readonly name: string;
  readonly title: string;
  /** What levels 1 to 5 mean. */
  readonly levels: readonly string[];
  readonly value: number | null;
  readonly onChange: (level: number) => void;
  readonly errors: readonly (string | Words)[];
}

/** One factor: five levels in words, real radio buttons. */
export function FactorField({ name, title, levels, value, onChange, errors }: FactorFieldProps) {
  const { language } = useSettings();
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
              <span>{levels[level - 1]}</span>
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
