import { useEffect } from 'react';
import { useOverview, type Overview } from '../../api/overview';
import { useConnection } from '../../api/live';
import { useCommon } from '../../i18n/common';
import { useServerNow } from '../../time/ticker';
import { clockTime } from '../../time/zone';
import { setPageTitle } from '../../ui/page-title';
import { ErrorState } from '../../ui/ErrorState';
import { Chart } from '../charts/Chart';
import { Ahead } from './Ahead';
import { driftAt } from './drift';
import { Five } from './Five';
import { Now } from './Now';
import { Sentences } from './Sentences';
import { useText } from './text';
import styles from './wall.module.css';

const MINUTE = 60_000;

/** For a screen that nobody touches: it renews itself, and moves a little so that nothing burns in. */
export function Component() {
  const t = useText();
  const common = useCommon();
  const { data, error } = useOverview();
  const now = useServerNow(MINUTE);
  const { x, y, swapped } = driftAt(now);
  useEffect(() => setPageTitle(`${t('wall.title')} · ${common('brand')}`), [t, common]);
  return (
    <div className={styles.wall}>
      <div
        className={styles.moving}
        style={{ transform: `translate(${String(x)}px, ${String(y)}px)` }}
      >
        <header className={styles.head}>
          <h1>{t('title')}</h1>
          <Fresh overview={data} />
          <time className={styles.clock}>{clockTime(now)}</time>
        </header>
        {error && !data && <ErrorState error={error} />}
        {data && <Board overview={data} swapped={swapped} />}
      </div>
    </div>
  );
}

/** Whoever looks at a wall must know whether it still speaks of now. */
function Fresh({ overview }: { overview: Overview | undefined }) {
  const t = useText();
  const isLost = useConnection() === 'lost';
  if (!overview) return null;
  return (
    <span className={styles.fresh} data-lost={isLost}>
      {t('as.of', { at: clockTime(Date.parse(overview.asOf)) })}
    </span>
  );
}

function Board({ overview, swapped }: { overview: Overview; swapped: boolean }) {
  const t = useText();
  const { sentences, five, chart, now, quarter, ahead } = overview;
  return (
    <>
      <Sentences sentences={sentences} five={five} />
      <section className={styles.five} aria-label={t('five', { name: quarter.name })}>
        <Five five={five} />
      </section>
      <div className={styles.columns} data-swapped={swapped}>
        <section className={styles.chart}>
          <Chart chart={chart} large />
        </section>
        <section className={styles.side}>
          <h2>{t('now')}</h2>
          <Now now={now} still />
        </section>
        <section className={styles.side}>
          <h2>{t('ahead')}</h2>
          <Ahead ahead={ahead} />
        </section>
      </div>
    </>
  );
}
