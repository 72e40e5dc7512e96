import { MEASURES, POSITIONS, type Measure, type PersonalLoad } from '../../../api/rota-types';
import type { Position } from '../../../api/types';
import { usePhone } from '../../../theme/use-media';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import { usePosition } from '../use-words';
import type { Period } from './period';
import { figure, versus } from './versus';
import styles from './fairness.module.css';

interface LoadTableProps {
  readonly people: readonly PersonalLoad[];
  readonly period: Period;
}

/** A table for each position: officers are compared with officers. Whoever has most comes first. */
export function LoadTable({ people, period }: LoadTableProps) {
  const positionOf = usePosition();
  return POSITIONS.map((position) => {
    const here = people.filter((one) => one.position === position);
    if (here.length === 0) return null;
    return (
      <Section key={position} title={positionOf(position)} count={here.length}>
        <Loads position={position} people={here} period={period} />
      </Section>
    );
  });
}

function Loads({ position, people, period }: LoadTableProps & { position: Position }) {
  const t = useText();
  const positionOf = usePosition();
  const isPhone = usePhone();
  const sorted = people.toSorted((a, b) => b.hours - a.hours);
  const most = mostOf(people);
  if (isPhone) return <Cards people={sorted} most={most} />;
  return (
    <table
      className={styles.table}
      aria-label={`${positionOf(position)} ${t('fair.table', period as { from: string; to: string })}`}
    >
      <thead>
        <tr>
          <th scope="col">{t('fair.person')}</th>
          {MEASURES.map((measure) => (
            <th key={measure} scope="col">
              {t(`fair.measure.${measure}`)}{' '}
              <span className={styles.mean}>
                {t('fair.mean', { mean: figure(meanOf(people, measure)) })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((one) => (
          <tr key={one.user.id}>
            <th scope="row">{one.user.name}</th>
            {MEASURES.map((measure) => (
              <td key={measure}>
                <Amount load={one} measure={measure} most={most[measure]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ people, most }: { people: readonly PersonalLoad[]; most: Most }) {
  const t = useText();
  return (
    <ul className={styles.cards}>
      {people.map((one) => (
        <li key={one.user.id}>
          <h3>{one.user.name}</h3>
          <dl>
            {MEASURES.map((measure) => (
              <div key={measure}>
                <dt>{t(`fair.measure.${measure}`)}</dt>
                <dd>
                  <Amount load={one} measure={measure} most={most[measure]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface AmountProps {
  readonly load: PersonalLoad;
  readonly measure: Measure;
  readonly most: number;
}

/** The figure, a bar of it with the mean as a stroke, and the difference in words. */
function Amount({ load, measure, most }: AmountProps) {
  const t = useText();
  const share = (value: number) => `${String(most === 0 ? 0 : (value / most) * 100)}%`;
  const difference = versus(load.versusMean[measure]);
  return (
    <span className={styles.amount}>
      <span className={styles.figure}>{figure(load[measure])}</span>
      <span className={styles.bar}>
        <span style={{ width: share(load[measure]) }} />
        <i style={{ left: share(load[measure] - load.versusMean[measure]) }} />
      </span>
      <span className={styles.versus} data-kind={difference.kind}>
        {difference.kind === 'same'
          ? t('fair.same')
          : t(`fair.${difference.kind}`, { by: difference.by })}
      </span>
    </span>
  );
}

type Most = Readonly<Record<Measure, number>>;

/** The longest bar; the mean may exceed everybody of a position when the server compares more widely. */
function mostOf(people: readonly PersonalLoad[]): Most {
  const most = (measure: Measure) =>
    Math.max(
      ...people.map((one) => Math.max(one[measure], one[measure] - one.versusMean[measure])),
    );
  return {
    hours: most('hours'),
    nights: most('nights'),
    weekends: most('weekends'),
    holidays: most('holidays'),
  };
}

function meanOf(people: readonly PersonalLoad[], measure: Measure): number {
  const [first] = people;
  return first === undefined ? 0 : first[measure] - first.versusMean[measure];
}
