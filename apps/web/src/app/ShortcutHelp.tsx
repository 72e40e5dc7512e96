import { useSettings } from '../settings/settings';
import { useRegisteredShortcuts } from '../shortcuts/shortcuts';
import { Dialog } from '../ui/Dialog';
import { useText } from './text';
import styles from './ShortcutHelp.module.css';

export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { shortcuts: enabled } = useSettings();
  const registered = useRegisteredShortcuts();
  const all = [...registered, { keys: 'Esc', label: t('key.escape') }];
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      {!enabled && <p>{t('help.off')}</p>}
      <dl className={styles.list}>
        {all.map(({ keys, label }) => (
          <div key={keys} className={styles.row}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
