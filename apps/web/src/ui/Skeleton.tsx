import { useCommon } from '../i18n/common';
import styles from './states.module.css';

/** Grey lines of a list that is on its way. It keeps the height, so that nothing jumps on arrival. */
export function Skeleton({ rows = 4, height = 36 }: { rows?: number; height?: number }) {
  const t = useCommon();
  return (
    <div role="status" className={styles.skeleton}>
      <span className="mb-said">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.bone} style={{ height }}>
          <span style={{ width: `${String(WIDTHS[index % WIDTHS.length])}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Uneven, as text is. */
const WIDTHS = [72, 54, 63, 48, 68];
