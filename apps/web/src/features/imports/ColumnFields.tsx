import { FIELDS, type ImportField, type Mapping } from '../../api/imports';
import type { ErrorsOf } from '../../lib/use-form-errors';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { NEEDED } from './mapping';
import { useText } from './text';
import styles from './imports.module.css';

interface ColumnFieldsProps {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (field: ImportField, column: string) => void;
}

/** Which column is what: guessed, and to be put right by hand. */
export function ColumnFields({ columns, mapping, errorsOf, onChange }: ColumnFieldsProps) {
  const t = useText();
  const options = columns.map((column) => ({ value: column, label: column }));
  return (
    <fieldset className={styles.columns}>
      <legend>{t('columns')}</legend>
      <p className={styles.soft}>{t('columns.hint')}</p>
      <div className={styles.grid}>
        {FIELDS.map((field) => (
          <Field
            key={field}
            label={t(`field.${field}`)}
            optional={!NEEDED.includes(field)}
            errors={errorsOf(field)}
          >
            {(control) => (
              <Select
                {...control}
                value={mapping[field] ?? ''}
                none={t('columns.none')}
                options={options}
                onChange={(column) => onChange(field, column)}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
