import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { useMe } from '../../../api/session';
import { useShift, type ShiftDetail } from '../../../api/shifts';
import { useCommon } from '../../../i18n/common';
import { usePhone } from '../../../theme/use-media';
import { ActBar } from '../../../ui/ActBar';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { Tag } from '../../../ui/Tag';
import { isOneTap } from '../acts/next-act';
import { NextActButton } from '../acts/NextActButton';
import { useStanding, type MyShift } from '../acts/use-my-shift';
import { useText } from '../text';
import { Checks } from './Checks';
import { HandOver } from './HandOver';
import { Log } from './Log';
import { Now } from './Now';
import { ShiftLead } from './ShiftLead';
import { SignOut } from './SignOut';
import { TakeOver } from './TakeOver';
import styles from './shift.module.css';

/** One shift from signing in to signing out, with everything that was written down in it. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data: shift, error, refetch } = useShift(id);
  const my = useStanding(shift);
  if (error && !shift) {
    return (
      <Page title={t('page.loading')} narrow>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!my) {
    return (
      <Page title={t('page.loading')} quiet>
        <Skeleton rows={8} />
      </Page>
    );
  }
  return <Whole key={my.shift.id} my={my} />;
}

function Whole({ my }: { my: MyShift }) {
  const t = useText();
  const common = useCommon();
  const me = useMe();
  const phone = usePhone();
  const { shift } = my;
  const isMine = shift.user.id === me.id;
  const isInBar = isMine && phone && isOneTap(my.act);
  const position = common(`position.${shift.position}`);
  useScrollToPart();
  return (
    <Page
      title={t('page.title', { position, name: shift.user.name })}
      beside={<StateTag shift={shift} />}
      lead={<ShiftLead shift={shift} />}
    >
      <div className={styles.columns}>
        <div>
          {isMine && <Now my={my} withAct={!isInBar} />}
          {isMine && shift.previous && <TakeOver previousId={shift.previous.id} />}
          <Log shift={shift} />
          {shift.signedInAt !== null && <HandOver shift={shift} />}
          {shift.allowed.includes('sign-out') && my.act !== 'sign-out' && <SignOut shift={shift} />}
        </div>
        <Checks shift={shift} />
      </div>
      {isInBar && (
        <ActBar>
          <NextActButton my={my} />
        </ActBar>
      )}
    </Page>
  );
}

const TONES: Partial<Record<ShiftDetail['state'], 'live' | 'late'>> = {
  'on-duty': 'live',
  missed: 'late',
};

function StateTag({ shift }: { shift: ShiftDetail }) {
  const t = useText();
  return (
    <span className={styles.tags}>
      <Tag tone={TONES[shift.state] ?? 'plain'}>{t(`state.${shift.state}`)}</Tag>
      {shift.late && <Tag tone="late">{t('late')}</Tag>}
    </span>
  );
}

/** The desk leads to a part of the page: `#hand-over`, `#take-over`. It is there when the shift is. */
function useScrollToPart(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const part = document.getElementById(hash.slice(1));
    part?.scrollIntoView({ block: 'start' });
    part?.focus({ preventScroll: true });
    // The key changes with every click, also on a link to the part that was scrolled away from.
  }, [hash, key]);
}
