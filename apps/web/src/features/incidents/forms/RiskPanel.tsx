import { useState, type KeyboardEvent } from 'react';
import type { RiskMatrix } from '../../../api/risk-types';
import { useSay } from '../../../i18n/words';
import { SeverityMark } from '../../../ui/SeverityMark';
import { useSaying } from '../words/use-say';
import { LEVELS, severityOf, type Risk } from './risk';
import { useText } from './text';
import styles from './judge.module.css';

interface RiskPanelProps {
  readonly matrix: RiskMatrix;
  readonly risk: Risk | null;
  readonly done: number;
  readonly all: number;
}

/** What the matrix makes of the levels, and why. */
export function RiskPanel({ matrix, risk, done, all }: RiskPanelProps) {
  const t = useText();
  return (
    <div className={styles.panel}>
      <div role="status" className={styles.result}>
        {risk ? (
          <Suggestion matrix={matrix} risk={risk} />
        ) : (
          <p className={styles.soft}>{t('judge.progress', { done, all })}</p>
        )}
      </div>
      <Matrix matrix={matrix} risk={risk} />
    </div>
  );
}

function Suggestion({ matrix, risk }: { readonly matrix: RiskMatrix; readonly risk: Risk }) {
  const t = useText();
  const say = useSay();
  const words = useSaying();
  const { likelihood, consequence, score, severity, worst } = risk;
  const band = matrix.bands[severity];
  return (
    <>
      <p className={styles.suggested}>
        <SeverityMark severity={severity} size={28} />
        {t('judge.suggested', { grade: words.grade(severity) })}
      </p>
      <p className={styles.sum}>{t('judge.score', { likelihood, consequence, score })}</p>
      <p className={styles.soft}>
        {t('judge.why', {
          likelihood,
          consequence,
          worst: say(matrix.consequence[worst].title),
          from: band.from,
          to: band.to,
          grade: words.grade(severity),
        })}
      </p>
    </>
  );
}

interface ExplainedProps {
  readonly cell: Cell;
  readonly matrix: RiskMatrix;
  readonly risk: Risk | null;
}

/** A cell in words: how it comes about, what it suggests, and how far the present levels are from it. */
function Explained({ cell, matrix, risk }: ExplainedProps) {
  const t = useText();
  const words = useSaying();
  const score = cell.likelihood * cell.consequence;
  const severity = severityOf(score, matrix.bands);
  const { from, to } = matrix.bands[severity];
  return (
    <>
      <strong className={styles.line}>
        {t('judge.cell', { ...cell, score, grade: words.grade(severity) })}
      </strong>
      <span className={styles.line}>{t('judge.cell.why', { ...cell, from, to })}</span>
      {risk !== null && (
        <span className={styles.line}>{t('judge.cell.from', distanceOf(cell, risk))}</span>
      )}
    </>
  );
}

const signed = (steps: number): string => (steps > 0 ? `+${String(steps)}` : String(steps));

const distanceOf = (cell: Cell, risk: Risk) => ({
  likelihood: signed(cell.likelihood - risk.likelihood),
  consequence: signed(cell.consequence - risk.consequence),
});

interface Cell {
  readonly likelihood: number;
  readonly consequence: number;
}

const STEPS: Readonly<Partial<Record<string, Cell>>> = {
  ArrowUp: { likelihood: 1, consequence: 0 },
  ArrowDown: { likelihood: -1, consequence: 0 },
  ArrowRight: { likelihood: 0, consequence: 1 },
  ArrowLeft: { likelihood: 0, consequence: -1 },
};
const within = (level: number): number => Math.min(5, Math.max(1, level));

/** The whole matrix. One cell can be asked about, by pointer or arrow keys; the suggestion's cell stands out. */
function Matrix({ matrix, risk }: { readonly matrix: RiskMatrix; readonly risk: Risk | null }) {
  const t = useText();
  const words = useSaying();
  const [asked, setAsked] = useState<Cell | null>(null);
  const at = asked ?? risk ?? { likelihood: 1, consequence: 1 };
  const gradeAt = (cell: Cell) => severityOf(cell.likelihood * cell.consequence, matrix.bands);
  const told = (cell: Cell) =>
    t('judge.cell', {
      ...cell,
      score: cell.likelihood * cell.consequence,
      grade: words.grade(gradeAt(cell)),
    });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = {
      likelihood: within(at.likelihood + step.likelihood),
      consequence: within(at.consequence + step.consequence),
    };
    setAsked(next);
    const name = `${String(next.likelihood)}-${String(next.consequence)}`;
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus();
  };

  return (
    <figure className={styles.matrix}>
      <table onKeyDown={onKeyDown}>
        <caption className="mb-said">{t('judge.matrix')}</caption>
        <tbody>
          {LEVELS.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              {LEVELS.map((consequence) => {
                const cell = { likelihood, consequence };
                const grade = gradeAt(cell);
                return (
                  <td key={consequence}>
                    <button
                      type="button"
                      data-cell={`${String(likelihood)}-${String(consequence)}`}
                      data-grade={grade}
                      data-here={
                        risk?.likelihood === likelihood && risk.consequence === consequence
                      }
                      aria-label={told(cell)}
                      tabIndex={
                        at.likelihood === likelihood && at.consequence === consequence ? 0 : -1
                      }
                      onClick={() => setAsked(cell)}
                    >
                      {likelihood * consequence}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className={styles.soft}>
        <span role="status">
          {asked ? <Explained cell={asked} matrix={matrix} risk={risk} /> : t('judge.cell.pick')}
        </span>
      </figcaption>
    </figure>
  );
}
