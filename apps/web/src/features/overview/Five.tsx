import type { OverviewFigure } from '../../api/overview';
import { useSettings } from '../../settings/settings';
import { amountWords, changeWords } from '../reports/figure/amounts';
import { useFigureName } from '../reports/figure/use-figure-name';
import { useText } from './text';
import styles from './overview.module.css';

interface FiveProps {
  readonly five: readonly OverviewFigure[];
  /** Where nobody can press anything, it is left out. */
  readonly onShow?: (key: string) => void;
}

/** Five numbers, each with how it changed; a tap shows what it counts. */
export function Five({ five, onShow }: FiveProps) {
  return (
    <ul className={styles.five}>
      {five.map((figure) => (
        <li key={figure.key}>
          {onShow ? (
            <button type="button" aria-haspopup="dialog" onClick={() => onShow(figure.key)}>
              <OneFigure figure={figure} />
            </button>
          ) : (
            <div>
              <OneFigure figure={figure} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function OneFigure({ figure: { key, words, value, unit, previous } }: { figure: OverviewFigure }) {
  const t = useText();
  const nameOf = useFigureName();
  const { language } = useSettings();
  return (
    <>
      <span className={styles.name}>{nameOf(key, words)}</span>
      <span className={styles.value}>{amountWords(value, unit, language)}</span>
      <span className={styles.change}>
        {t('five.base', { change: changeWords(value, previous, unit, language) })}
      </span>
    </>
  );
}
