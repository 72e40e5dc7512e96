import Button from 'antd/es/button';
import type { Draft } from '../../lib/use-draft';
import { FormActs } from '../../ui/FormActs';
import type { Entry } from './entry';
import { useText } from './text';
import { useShared } from './use-shared';
import styles from './quicklog.module.css';

/** What another page or app brought: that it is filled in, what of it is not, or whether a draft gives way to it. */
export function Arrived({ draft }: { draft: Draft<Entry> }) {
  const t = useText();
  const { shared, state, take, leave } = useShared(draft);
  if (shared === null || state === 'left') return null;
  return (
    <div role="status" className={styles.arrived}>
      {state === 'asked' ? (
        <>
          <p>{t('arrived.asked')}</p>
          <FormActs>
            <Button onClick={take}>{t('arrived.take')}</Button>
            <Button onClick={leave}>{t('arrived.leave')}</Button>
          </FormActs>
        </>
      ) : (
        <p>{t('arrived.filled')}</p>
      )}
      {shared.isCut && <p>{t('arrived.cut')}</p>}
      {shared.isLinkRefused && <p>{t('arrived.link')}</p>}
    </div>
  );
}
