import { useText } from './text';
import styles from './document.module.css';

const KINDS = [
  { ending: 'docx', name: 'Word' },
  { ending: 'pdf', name: 'PDF' },
  { ending: 'xlsx', name: 'Excel' },
  { ending: 'csv', name: 'CSV' },
] as const;

interface FilesProps {
  readonly id: string;
  readonly onPresent: () => void;
}

/** The same report as a file, on paper, and on the wall of a meeting room. */
export function Files({ id, onPresent }: FilesProps) {
  const t = useText();
  return (
    <div className={styles.files}>
      <span className={styles.soft}>{t('files')}</span>
      {KINDS.map(({ ending, name }) => (
        <a key={ending} href={`/api/v1/reports/${id}.${ending}`} download className={styles.file}>
          {name}
        </a>
      ))}
      <button type="button" className={styles.jump} onClick={() => window.print()}>
        {t('print')}
      </button>
      <button type="button" className={styles.jump} onClick={onPresent}>
        {t('present')}
      </button>
    </div>
  );
}
