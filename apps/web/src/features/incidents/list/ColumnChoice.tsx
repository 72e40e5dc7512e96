import { COLUMN_NAMES, type ColumnName } from './columns';
import { useText } from './text';
import styles from './list.module.css';

/** Which columns stand in the table, kept on this device. The title always does. */
export function ColumnChoice({
  chosen,
  onChange,
}: {
  chosen: readonly ColumnName[];
  onChange: (names: readonly ColumnName[]) => void;
}) {
  const t = useText();
  return (
    <details className={styles.choice}>
      <summary>{t('list.columns')}</summary>
      <div className={styles.choices}>
        {COLUMN_NAMES.filter((name) => name !== 'title').map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                onChange(
                  COLUMN_NAMES.filter((known) =>
                    known === name ? target.checked : chosen.includes(known),
                  ),
                )
              }
            />
            {t(`column.${name}`)}
          </label>
        ))}
      </div>
    </details>
  );
}
