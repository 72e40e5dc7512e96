import { useState } from 'react';
import { Link } from 'react-router';
import { useOverview, type Overview, type OverviewFigure } from '../../api/overview';
import { fullTime } from '../../time/zone';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { Chart } from '../charts/Chart';
import { FigurePanel } from '../reports/figure/FigurePanel';
import { Ahead } from './Ahead';
import { Five } from './Five';
import { Now } from './Now';
import { Sentences } from './Sentences';
import { useText } from './text';
import { Waiting } from './Waiting';
import styles from './overview.module.css';

/** What a leader with four minutes has to know: what is, how it compares, what comes, and what waits for a signature. */
export function Component() {
  const t = useText();
  const { data, error, refetch } = useOverview();
  return (
    <Page
      title={t('title')}
      quiet
      beside={data && <span className={styles.soft}>{asOfWords(data, t)}</span>}
      acts={<Link to="/overview/wall">{t('wall')}</Link>}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} height={48} />}
      {data && <Whole overview={data} />}
    </Page>
  );
}

const asOfWords = ({ asOf }: Overview, t: ReturnType<typeof useText>): string =>
  t('as.of', { at: fullTime(Date.parse(asOf)) });

function Whole({ overview }: { overview: Overview }) {
  const t = useText();
  const { sentences, five, chart, now, quarter, ahead, waiting } = overview;
  const [shown, setShown] = useState<OverviewFigure | null>(null);
  const show = (key: string) => setShown(five.find((figure) => figure.key === key) ?? null);
  return (
    <>
      <Sentences sentences={sentences} five={five} onShow={show} />
      {waiting.length > 0 && (
        <p className={styles.jump}>
          <a href="#waiting">{t('waiting.some', { count: waiting.length })}</a>
        </p>
      )}
      <div className={styles.columns}>
        <div>
          <Section title={t('five', { name: quarter.name })}>
            <Five five={five} onShow={show} />
          </Section>
          <Chart chart={chart} />
        </div>
        <div>
          <div id="waiting" className={styles.target}>
            <Section title={t('waiting')} count={waiting.length}>
              <Waiting waiting={waiting} />
            </Section>
          </div>
          <Section title={t('now')}>
            <Now now={now} />
          </Section>
          <Section title={t('ahead')}>
            <Ahead ahead={ahead} />
          </Section>
        </div>
      </div>
      {shown && <FigurePanel figureKey={shown.key} figure={shown} onClose={() => setShown(null)} />}
    </>
  );
}
