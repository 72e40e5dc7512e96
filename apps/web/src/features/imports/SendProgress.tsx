import Button from 'antd/es/button';
import { useText } from './text';
import styles from './imports.module.css';

interface SendProgressProps {
  /** 0–1 */
  readonly share: number;
  readonly onCancel: () => void;
}

export function SendProgress({ share, onCancel }: SendProgressProps) {
  const t = useText();
  const percent = Math.floor(share * 100);
  return (
    <div className={styles.progress}>
      <label>
        {t('send.share', { percent })}
        <progress max={100} value={percent} />
      </label>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  );
}
