import { Link } from 'react-router';
import { useMe } from '../../../api/session';
import { useShifts } from '../../../api/shifts';
import { useSwaps } from '../../../api/swaps';
import { usePhone } from '../../../theme/use-media';
import { useServerNow } from '../../../time/ticker';
import { ActBar } from '../../../ui/ActBar';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { groupSwaps } from '../../swaps/groups';
import { SwapCard } from '../../swaps/SwapCard';
import { NextActButton } from '../acts/NextActButton';
import { useMyShift } from '../acts/use-my-shift';
import { useText } from '../text';
import { Leaves } from './Leaves';
import { MineLead } from './MineLead';
import { ShiftList } from './ShiftList';
import { useWindow } from './use-window';
import styles from './mine.module.css';

const MINUTE = 60_000;

/** When is my next shift? And what of my shifts waits for an answer. */
export function Component() {
  const t = useText();
  const me = useMe();
  const phone = usePhone();
  const now = useServerNow(MINUTE);
  const window = useWindow();
  const { my } = useMyShift();
  const { data, error, refetch } = useShifts({ ...window, userId: me.id });
  const shifts = data?.items ?? [];
  const isOver = ({ to }: { to: string }) => Date.parse(to) <= now;
  const coming = shifts.filter((shift) => !isOver(shift) && shift.state !== 'cancelled');
  const past = shifts.filter(isOver).toReversed();
  return (
    <Page
      title={t('mine.title')}
      quiet
      lead={data && <MineLead coming={coming} />}
      acts={<Link to="/rota">{t('mine.rota')}</Link>}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {!phone && my?.act && (
        <div className={styles.act}>
          <NextActButton my={my} />
        </div>
      )}
      {data && (
        <div className={styles.columns}>
          <div>
            <Offers userId={me.id} />
            <ShiftList coming={coming} past={past} />
          </div>
          <Leaves userId={me.id} window={window} coming={coming} />
        </div>
      )}
      {phone && my?.act && (
        <ActBar>
          <NextActButton my={my} />
        </ActBar>
      )}
    </Page>
  );
}

/** Others ask me to take a shift. */
function Offers({ userId }: { userId: string }) {
  const t = useText();
  const { data } = useSwaps();
  const { forMe } = groupSwaps(data?.items ?? [], userId);
  if (forMe.length === 0) return null;
  return (
    <Section
      title={t('mine.swaps')}
      count={forMe.length}
      acts={<Link to="/swaps">{t('mine.swaps.all')}</Link>}
    >
      <ul className={styles.list}>
        {forMe.map((swap) => (
          <SwapCard key={swap.id} swap={swap} />
        ))}
      </ul>
    </Section>
  );
}
