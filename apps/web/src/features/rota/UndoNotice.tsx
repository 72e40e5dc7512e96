import Button from 'antd/es/button';
import { useUndoOverride } from '../../api/rota-changes';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';
import styles from './rota.module.css';

/** What was just done; without an id it is only told. */
export interface Saved {
  readonly id: string | null;
  readonly sentence: string;
}

/** What was just saved, and the way back. */
export function UndoNotice({ saved, onUndone }: { saved: Saved; onUndone: () => void }) {
  const t = useText();
  const undo = useUndoOverride(onUndone);
  return (
    <div className={styles.notice}>
      <ProblemAlert error={undo.error} />
      <p role="status">{saved.sentence}</p>
      {saved.id !== null && (
        <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(saved.id ?? '')}>
          {t('override.undo')}
        </Button>
      )}
    </div>
  );
}
