import Button from 'antd/es/button';
import { useText } from './text';
import styles from './inbox.module.css';

export type Ask = 'open' | 'join' | 'discard';

interface ActBarProps {
  /** Whether they wait, or have been dealt with. */
  readonly isWaiting: boolean;
  readonly selected: number;
  readonly canUndo: boolean;
  readonly isBusy: boolean;
  readonly onAsk: (ask: Ask) => void;
  readonly onRestore: () => void;
  readonly onUndo: () => void;
  readonly onSelectNone: () => void;
}

const ACTS = [
  ['open', 'e'],
  ['join', 'g'],
  ['discard', 'd'],
] as const;

/** What can be done with what is selected, each with its key. */
export function ActBar(props: ActBarProps) {
  const { isWaiting, selected, canUndo, isBusy, onAsk, onRestore, onUndo, onSelectNone } = props;
  const t = useText();
  return (
    <div className={styles.acts}>
      {isWaiting ? (
        ACTS.map(([ask, key]) => (
          <Button
            key={ask}
            type={ask === 'open' ? 'primary' : 'default'}
            disabled={isBusy}
            onClick={() => onAsk(ask)}
          >
            {t(ask)} <kbd aria-hidden="true">{key}</kbd>
          </Button>
        ))
      ) : (
        <Button type="primary" disabled={isBusy} onClick={onRestore}>
          {t('restore')}
        </Button>
      )}
      {canUndo && (
        <Button disabled={isBusy} onClick={onUndo}>
          {t('undo')} <kbd aria-hidden="true">u</kbd>
        </Button>
      )}
      {selected > 0 && (
        <Button type="link" onClick={onSelectNone}>
          {t('selected', { count: selected })} · {t('select.none')}
        </Button>
      )}
    </div>
  );
}
