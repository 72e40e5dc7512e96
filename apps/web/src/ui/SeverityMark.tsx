import type { Severity } from '../api/types';
import { useCommon } from '../i18n/common';
import styles from './SeverityMark.module.css';

interface Mark {
  readonly numeral: string;
  /** Fewer corners, less weight: octagon, diamond, square, circle; a broken circle is not rated. */
  readonly outline: string;
  readonly className: string;
}

const CIRCLE = 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z';

const MARKS: Record<Severity, Mark> = {
  I: {
    numeral: 'I',
    outline: 'M7.900 2h8.200L22 7.900v8.200L16.100 22H7.900L2 16.100V7.900z',
    className: 'one',
  },
  II: { numeral: 'II', outline: 'M12 .500L23.500 12L12 23.500L.500 12z', className: 'two' },
  III: { numeral: 'III', outline: 'M3 3h18v18H3z', className: 'three' },
  IV: { numeral: 'IV', outline: CIRCLE, className: 'four' },
  unrated: { numeral: '–', outline: CIRCLE, className: 'unrated' },
};

interface SeverityMarkProps {
  readonly severity: Severity;
  readonly size?: number;
  /** With the grade's name beside it; without, the name is for screen readers and on hover. */
  readonly withLabel?: boolean;
}

/** The grade, told by shape, numeral and colour; any one of the three is enough. */
export function SeverityMark({ severity, size = 22, withLabel = false }: SeverityMarkProps) {
  const t = useCommon();
  const { numeral, outline, className } = MARKS[severity];
  const label = t(`severity.${severity}`);
  return (
    <span className={styles.mark} title={withLabel ? undefined : label}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        aria-hidden="true"
        className={styles[className]}
      >
        <path d={outline} />
        <text x="12" y="12" dy=".36em" textAnchor="middle">
          {numeral}
        </text>
      </svg>
      <span className={withLabel ? styles.label : 'mb-said'}>{label}</span>
    </span>
  );
}
