import type { ReactNode } from 'react';
import type { Mention } from '../../../api/incident-types';
import { useSettings } from '../../../settings/settings';
import { useServerNow } from '../../../time/ticker';
import { shortTime } from '../../../time/zone';
import { bucketWord, curveOf, type CountCurve, type RankCurve } from './curve';
import { useText } from './text';
import styles from './mentions.module.css';

const WIDTH = 600;
const HEIGHT = 72;
/** Ranks below this lie on the ground line. */
const LOWEST_RANK = 50;

/** How it spread, in one small picture, with the same in words for who does not see it. */
export function CurvePicture({ mentions }: { mentions: readonly Mention[] }) {
  const curve = curveOf(mentions);
  if (curve === null) return null;
  return curve.kind === 'ranks' ? <Ranks curve={curve} /> : <Counts curve={curve} />;
}

function useEnds({ from, to }: { readonly from: number; readonly to: number }) {
  const { language } = useSettings();
  const now = useServerNow(60_000);
  return { from: shortTime(from, language, now), to: shortTime(to, language, now) };
}

function Ranks({ curve }: { curve: RankCurve }) {
  const t = useText();
  const ends = useEnds(curve);
  const { from, to, points } = curve;
  const x = (at: number) => ((at - from) / (to - from)) * WIDTH;
  const y = (rank: number) =>
    4 + ((Math.min(rank, LOWEST_RANK) - 1) / (LOWEST_RANK - 1)) * (HEIGHT - 8);
  const peak = Math.min(...points.map(({ rank }) => rank));
  const line = points.map(({ at, rank }) => `${x(at).toFixed(1)},${y(rank).toFixed(1)}`).join(' ');
  return (
    <Frame label={t('curve.ranks', { ...ends, peak })} ends={ends}>
      <polyline points={line} className={styles.line} />
      {points.map(({ at, rank }) => (
        <circle
          key={`${String(at)} ${String(rank)}`}
          cx={x(at)}
          cy={y(rank)}
          r="2.5"
          className={styles.dot}
        >
          <title>{t('curve.rank', { rank })}</title>
        </circle>
      ))}
    </Frame>
  );
}

function Counts({ curve }: { curve: CountCurve }) {
  const t = useText();
  const ends = useEnds(curve);
  const { bars, bucket } = curve;
  const peak = Math.max(...bars);
  const [key, count] = bucketWord(bucket);
  const total = bars.reduce((sum, bar) => sum + bar, 0);
  const label = t('curve.counts', { ...ends, count: total, bucket: t(key, { count }), peak });
  const width = WIDTH / bars.length;
  return (
    <Frame label={label} ends={ends}>
      {bars.map((bar, index) => {
        const height = (bar / peak) * (HEIGHT - 4);
        return (
          <rect
            key={index}
            x={index * width + 1}
            y={HEIGHT - height}
            width={Math.max(1, width - 2)}
            height={height}
            className={styles.bar}
          />
        );
      })}
    </Frame>
  );
}

function Frame({
  label,
  ends,
  children,
}: {
  label: string;
  ends: { from: string; to: string };
  children: ReactNode;
}) {
  return (
    <figure className={styles.curve}>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={label}>
        {children}
      </svg>
      <figcaption aria-hidden="true">
        <span>{ends.from}</span>
        <span>{ends.to}</span>
      </figcaption>
    </figure>
  );
}
