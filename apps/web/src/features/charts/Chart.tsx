import { Suspense, useId, useState } from 'react';
import type { ReportChart } from '../../api/report-types';
import { part } from '../../lib/part';
import { tableOf, type ChartTable } from './chart-table';
import { useText } from './text';
import styles from './charts.module.css';

/** Drawing weighs more than all else on a page, so it comes when there is something to draw. */
const Drawing = part(() => import('./Drawing'));

interface ChartProps {
  readonly chart: ReportChart;
  /** The language of its words. */
  readonly lang?: string | undefined;
  /** Fills its space in large type, for a wall or a meeting, where nobody can press anything. */
  readonly large?: boolean;
}

/** A picture with its name, what it says in words, and the numbers that it is drawn from. */
export function Chart({ chart, lang, large = false }: ChartProps) {
  const t = useText();
  const id = useId();
  const [isTable, setTable] = useState(false);
  const table = large ? null : tableOf(chart.option);
  return (
    <figure className={styles.chart} data-large={large} aria-labelledby={id}>
      <figcaption className={styles.caption}>
        <span id={id} lang={lang}>
          {chart.title}
        </span>
        {table && (
          <button
            type="button"
            className={styles.turn}
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {t(isTable ? 'as.picture' : 'as.table')}
          </button>
        )}
      </figcaption>
      {table && isTable ? (
        <Numbers table={table} title={chart.title} lang={lang} />
      ) : (
        <div
          className={styles.canvas}
          style={large ? undefined : { height: chart.height }}
          role="img"
          lang={lang}
          aria-label={chart.alt}
        >
          <Suspense fallback={<span className={styles.waiting}>{t('drawing')}</span>}>
            <Drawing option={chart.option} height={chart.height} magnified={large} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}

interface NumbersProps {
  readonly table: ChartTable;
  readonly title: string;
  readonly lang: string | undefined;
}

function Numbers({ table: { heads, rows }, title, lang }: NumbersProps) {
  const t = useText();
  return (
    <div
      className={styles.numbers}
      tabIndex={0}
      role="region"
      aria-label={t('table.of', { title })}
    >
      <table lang={lang}>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={index} scope="col">
                {head === '' ? <span className="mb-said">{t('row')}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
