import { useDesk } from '../../api/desk';
import { useMe } from '../../api/session';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { usePhone } from '../../theme/use-media';
import { useMyShift } from '../shifts/acts/use-my-shift';
import { useAcks } from './acks';
import { DeskAside } from './DeskAside';
import { DeskLists } from './DeskLists';
import { QuietButton } from './QuietButton';
import { PhoneActBar } from './duty/PhoneActBar';
import { StaleNotice } from './StaleNotice';
import { StateLine } from './StateLine';
import { useText } from './text';
import styles from './desk.module.css';

/** "What must I do now?" */
export function Component() {
  const t = useText();
  const me = useMe();
  const { data: desk, error, dataUpdatedAt, refetch } = useDesk(me.id);
  const acks = useAcks(me.id);
  const mine = useMyShift();
  const phone = usePhone();
  return (
    <Page
      title={t('title')}
      quiet
      acts={<QuietButton />}
      lead={desk && <StateLine summary={desk.summary} />}
    >
      {desk && error && <StaleNotice since={dataUpdatedAt} />}
      {!desk && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!desk && !error && <Skeleton rows={6} height={48} />}
      {desk && (
        <div className={styles.columns}>
          <DeskLists desk={desk} acks={acks} />
          <DeskAside onDuty={desk.onDuty} mine={mine} />
        </div>
      )}
      {phone && <PhoneActBar my={mine.my} />}
    </Page>
  );
}
