import Button from 'antd/es/button';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { part } from '../../lib/part';
import { useMe } from '../../api/session';
import { useSwaps, type Swap } from '../../api/swaps';
import { may } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { groupSwaps, type SwapGroups } from './groups';
import { SwapCard } from './SwapCard';
import { useText } from './text';
import styles from './swaps.module.css';

const ArrangeDialog = part(() => import('./form/ArrangeDialog'));

/** Which shifts change hands, and which of that waits for me. */
export function Component() {
  const t = useText();
  const me = useMe();
  const [arranging, setArranging] = useState(false);
  const { data, error, refetch } = useSwaps();
  return (
    <Page
      title={t('title')}
      lead={<Link to="/shifts/mine">{t('toMine')}</Link>}
      acts={
        may(me, 'duty.manage') && (
          <Button aria-haspopup="dialog" onClick={() => setArranging(true)}>
            {t('arrange')}
          </Button>
        )
      }
      narrow
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} height={64} />}
      {data && <Groups groups={groupSwaps(data.items, me.id)} />}
      <Suspense>{arranging && <ArrangeDialog onClose={() => setArranging(false)} />}</Suspense>
    </Page>
  );
}

function Groups({ groups: { forMe, confirm, mine, others, over } }: { groups: SwapGroups }) {
  const t = useText();
  return (
    <>
      {confirm.length > 0 && (
        <Section title={t('confirm')} count={confirm.length}>
          <Cards swaps={confirm} />
        </Section>
      )}
      <Section title={t('forMe')} count={forMe.length}>
        {forMe.length === 0 ? (
          <p className={styles.soft}>{t('forMe.empty')}</p>
        ) : (
          <Cards swaps={forMe} />
        )}
      </Section>
      <Section title={t('mine')} count={mine.length}>
        {mine.length === 0 ? (
          <EmptyState title={t('mine.empty')}>{t('mine.empty.body')}</EmptyState>
        ) : (
          <Cards swaps={mine} />
        )}
      </Section>
      {others.length > 0 && (
        <Section title={t('others')} count={others.length}>
          <Cards swaps={others} />
        </Section>
      )}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{t('over', { count: over.length })}</summary>
          <Cards swaps={over} />
        </details>
      )}
    </>
  );
}

function Cards({ swaps }: { swaps: readonly Swap[] }) {
  return (
    <ul className={styles.cards}>
      {swaps.map((swap) => (
        <SwapCard key={swap.id} swap={swap} />
      ))}
    </ul>
  );
}
