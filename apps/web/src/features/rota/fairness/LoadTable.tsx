import {
  MEASURES,
  POSITIONS,
  type Fairness,
  type Load,
  type Measure,
  type PersonalLoad,
} from '../../../api/rota-types';
import type { Position } from '../../../api/types';
import { usePhone } from '../../../theme/use-media';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import { usePosition } from '../use-words';
import type { Period } from './period';
import { figure, versus } from './versus';
import styles from './fairness.module.css';

interface LoadTableProps {
  readonly fairness: Fairness;
  readonly period: Period;
}

/** A table for each position: officers are compared with officers. Whoever has most comes first. */
export function LoadTable({ fairness, period }: LoadTableProps) {
  const positionOf = usePosition();
  return POSITIONS.map((position) => {
    const people = fairness.people
      .filter((one) => one.position === position)
      .toSorted((a, b) => b.hours - a.hours);
    const mean = fairness.mean.find((one) => one.position === position);
    if (people.length === 0 || !mean) return null;
    return (
      <Section key={position} title={positionOf(position)} count={people.length}>
        <Loads position={position} people={people} mean={mean} period={period} />
      </Section>
    );
  });
}

interface LoadsProps {
  readonly position: Position;
  readonly people: readonly PersonalLoad[];
  readonly mean: Load;
  readonly period: Period;
}

function Loads({ position, people, mean, period: { from, to } }: LoadsProps) {
  const t = useText();
  const positionOf = usePosition();
  const isPhone = usePhone();
  const scale = { mean, most: mostOf([...people, mean]) };
  if (isPhone) return <Cards people={people} scale={scale} />;
  return (
    <table
      className={styles.table}
      aria-label={`${positionOf(position)} ${t('fair.table', { from, to })}`}
    >
      <thead>
        <tr>
          <th scope="col">{t('fair.person')}</th>
          {MEASURES.map((measure) => (
            <th key={measure} scope="col">
              {t(`fair.measure.${measure}`)}{' '}
              <span className={styles.mean}>{t('fair.mean', { mean: figure(mean[measure]) })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={one.user.id}>
            <th scope="row">{one.user.name}</th>
            {MEASURES.map((measure) => (
              <td key={measure}>
                <Amount load={one} measure={measure} scale={scale} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ people, scale }: { people: readonly PersonalLoad[]; scale: Scale }) {
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
                  <Amount load={one} measure={measure} scale={scale} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What the bars of a table are drawn against. */
interface Scale {
  readonly mean: Load;
  readonly most: Load;
}

interface AmountProps {
  readonly load: PersonalLoad;
  readonly measure: Measure;
  readonly scale: Scale;
}

/** The figure, a bar of it with the mean as a stroke, and the difference in words. */
function Amount({ load, measure, scale: { mean, most } }: AmountProps) {
  const t = useText();
  const share = (value: number) =>
    `${String(most[measure] === 0 ? 0 : (value / most[measure]) * 100)}%`;
  const difference = versus(load.versusMean[measure]);
  return (
    <span className={styles.amount}>
      <span className={styles.figure}>{figure(load[measure])}</span>
      <span className={styles.bar}>
        <span style={{ width: share(load[measure]) }} />
        <i style={{ left: share(mean[measure]) }} />
      </span>
      <span className={styles.versus} data-kind={difference.kind}>
        {difference.kind === 'same'
          ? t('fair.same')
          : t(`fair.${difference.kind}`, { by: difference.by })}
      </span>
    </span>
  );
}

function mostOf(loads: readonly Load[]): Load {
  const most = (measure: Measure) => Math.max(...loads.map((load) => load[measure]));
  return {
    shifts: most('shifts'),
    hours: most('hours'),
    nights: most('nights'),
    weekends: most('weekends'),
    holidays: most('holidays'),
  };
}
