import Button from 'antd/es/button';
import { useState } from 'react';
import type { FormField, IncidentPage } from '../../../api/incident-types';
import { useSettings } from '../../../settings/settings';
import { randomId } from '../../../lib/random-id';
import { plain } from '../../../ui/plain';
import { FieldInput } from './FieldInput';
import { useText } from './text';
import type { CommandFormState } from './use-command-form';
import { rowsIn, type Row } from './values';
import styles from './forms.module.css';

interface RowsFieldProps {
  readonly field: FormField;
  readonly form: CommandFormState;
  readonly incident: IncidentPage;
}

/** Some lists have a word of their own for what a row is. */
const ADD = { actions: 'rows.add.actions', evidence: 'rows.add.evidence' } as const;
const LEGEND = { actions: 'rows.legend.actions', evidence: 'rows.legend.evidence' } as const;

function isWorded(name: string): name is keyof typeof ADD {
  return name in ADD;
}

interface Removed {
  readonly row: Row;
  readonly index: number;
}

/** A list of rows that grow and shrink; what was removed comes back with one press. */
export function RowsField({ field, form, incident }: RowsFieldProps) {
  const t = useText();
  const { language } = useSettings();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const rows = rowsIn(form.draft.value, field.name);
  const change = (next: readonly Row[]) => form.draft.change({ [field.name]: next });
  const errors = form.errorsOf(field.name);
  const most = field.max ?? Infinity;

  const add = () => change([...rows, { key: randomId(), cells: {} }]);
  const remove = (index: number) => {
    const row = rows[index];
    if (row) setRemoved({ row, index });
    change(rows.filter((_, other) => other !== index));
  };
  const undo = () => {
    if (removed) change(rows.toSpliced(removed.index, 0, removed.row));
    setRemoved(null);
  };

  return (
    <div className={styles.rows}>
      {rows.map((row, index) => (
        <fieldset key={row.key} className={styles.row}>
          <legend className={styles.rowLegend}>
            {t(isWorded(field.name) ? LEGEND[field.name] : 'rows.legend', { number: index + 1 })}
          </legend>
          <Cells
            item={field.item ?? []}
            row={row}
            path={`${field.name}.${String(index)}`}
            form={form}
            incident={incident}
            onChange={(cells) => change(rows.with(index, { ...row, cells }))}
          />
          <button
            type="button"
            className={styles.remove}
            aria-label={t('rows.remove', { number: index + 1 })}
            onClick={() => remove(index)}
          >
            ×
          </button>
        </fieldset>
      ))}
      {errors.length > 0 && (
        <p className={styles.error}>{errors.map((error) => plain(error, language)).join('; ')}</p>
      )}
      <div className={styles.rowActs}>
        {rows.length < most && (
          <Button size="small" onClick={add} aria-invalid={errors.length > 0}>
            {t(isWorded(field.name) ? ADD[field.name] : 'rows.add')}
          </Button>
        )}
        {removed && (
          <Button size="small" type="text" onClick={undo}>
            {t('rows.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface CellsProps {
  readonly item: readonly FormField[];
  readonly row: Row;
  readonly path: string;
  readonly form: CommandFormState;
  readonly incident: IncidentPage;
  readonly onChange: (cells: Row['cells']) => void;
}

function Cells({ item, row, path, form, incident, onChange }: CellsProps) {
  return item
    .filter((cell) => isShown(cell, row))
    .map((cell) => (
      <div
        key={cell.name}
        className={cell.name === 'title' || cell.name === 'text' ? styles.wide : undefined}
      >
        <FieldInput
          field={cell}
          name={`${path}.${cell.name}-${row.key}`}
          typed={row.cells[cell.name]}
          onChange={(value) => onChange({ ...row.cells, [cell.name]: value })}
          errors={form.errorsOf(`${path}.${cell.name}`)}
          incident={incident}
          unitId={
            row.cells['unitId'] === ''
              ? incident.unit?.id
              : (row.cells['unitId'] ?? incident.unit?.id)
          }
          onSaved={form.saw}
        />
      </div>
    ));
}

/** A legal basis belongs to a referral (boundaries.md, 3). */
const isShown = ({ name }: FormField, { cells }: Row): boolean =>
  name !== 'basis' || cells['kind'] === 'refer' || Boolean(cells['basis']);
