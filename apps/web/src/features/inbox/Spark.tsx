import type { SparkPoint } from '../../api/inbox';
import { useText } from './text';
import styles from './inbox.module.css';

const WIDTH = 96;
const HEIGHT = 20;
/** Ranks below this lie on the ground line. */
const LOWEST_RANK = 50;

/** Ranks as they rose, or else how far it was read, or how often it was seen: what the points have. */
function heightsOf(points: readonly SparkPoint[]): readonly number[] {
  if (points.some(({ rank }) => rank !== null))
    return points.map(
      ({ rank }) => 1 - (Math.min(rank ?? LOWEST_RANK, LOWEST_RANK) - 1) / LOWEST_RANK,
    );
  const values = points.map(({ views, seen }) => views ?? seen);
  const most = Math.max(1, ...values);
  return values.map((value) => value / most);
}

export function Spark({ points, seen }: { points: readonly SparkPoint[]; seen: number }) {
  const t = useText();
  if (points.length < 2) return null;
  const heights = heightsOf(points);
  const [from, to] = [Date.parse(points[0]?.at ?? ''), Date.parse(points.at(-1)?.at ?? '')];
  const x = (at: string) => ((Date.parse(at) - from) / Math.max(1, to - from)) * (WIDTH - 4) + 2;
  const y = (height: number) => HEIGHT - 2 - height * (HEIGHT - 4);
  const line = points.map(
    ({ at }, index) => `${x(at).toFixed(1)},${y(heights[index] ?? 0).toFixed(1)}`,
  );
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={t('spark.seen', { count: seen })}
    >
      <polyline points={line.join(' ')} />
    </svg>
  );
}
