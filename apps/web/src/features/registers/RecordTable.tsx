import type { RegisterPath, RegisterRecord } from '../../api/registers';
import { usePhone } from '../../theme/use-media';
import { SPECS } from './specs';
import { useText } from './text';
import { useRecordName } from './use-names';
import { useValueWords } from './use-value-words';
import styles from './registers.module.css';

interface TableProps {
  readonly path: RegisterPath;
  readonly records: readonly RegisterRecord[];
  readonly onOpen: (record: RegisterRecord) => void;
}

/** Dense rows at a desk, cards on a phone. */
export function RecordTable(props: TableProps) {
  return usePhone() ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows({ path, records, onOpen }: TableProps) {
  const t = useText();
  const wordsOf = useValueWords();
  const [first, ...others] = SPECS[path].filter(({ hidden }) => hidden !== true);
  if (first === undefined) return null;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t(`register.${path}`)}>
        <thead>
          <tr>
            {[first, ...others].map(({ name }) => (
              <th key={name} scope="col">
                {t(`field.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>
                <Name path={path} record={record} onOpen={onOpen} />
              </td>
              {others.map((field) => {
                const words = wordsOf(field, record);
                return (
                  <td key={field.name} title={words}>
                    {words}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ path, records, onOpen }: TableProps) {
  const wordsOf = useValueWords();
  const [, ...others] = SPECS[path].filter(({ hidden }) => hidden !== true);
  return (
    <ul className={styles.cards}>
      {records.map((record) => (
        <li key={record.id} className={styles.card}>
          <Name path={path} record={record} onOpen={onOpen} />
          <p className={styles.soft}>
            {others
              .map((field) => wordsOf(field, record))
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Name({
  path,
  record,
  onOpen,
}: Pick<TableProps, 'path' | 'onOpen'> & { record: RegisterRecord }) {
  const nameOf = useRecordName(path);
  return (
    <button
      type="button"
      className={styles.open}
      aria-haspopup="dialog"
      onClick={() => onOpen(record)}
    >
      {nameOf(record)}
    </button>
  );
}
