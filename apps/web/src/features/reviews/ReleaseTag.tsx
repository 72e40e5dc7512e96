import type { ReleaseRow } from '../../api/release-types';
import { useText } from './text';
import styles from './reviews.module.css';

/** Where a text stands. What is being corrected is still out. */
export function ReleaseTag({
  release: { state, publishedVersion, withdrawnAt },
}: {
  release: Pick<ReleaseRow, 'state' | 'publishedVersion' | 'withdrawnAt'>;
}) {
  const t = useText();
  const isOut = publishedVersion !== null && withdrawnAt === null;
  const isCorrecting = isOut && state !== 'published' && state !== 'filed';
  return (
    <>
      <span className={styles.tag}>{t(`state.${state}`)}</span>
      {isCorrecting && <span className={styles.tag}>{t('state.correcting')}</span>}
    </>
  );
}
