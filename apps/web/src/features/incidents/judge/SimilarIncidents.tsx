import { Link } from 'react-router';
import type { SimilarIncident } from '../../../api/judgements';
import { useCommon } from '../../../i18n/common';
import { Moment } from '../../../ui/Moment';
import { SeverityMark } from '../../../ui/SeverityMark';
import { StateTag } from '../../../ui/StateTag';
import { zh } from './locales';
import { useText } from './text';
import styles from './judge.module.css';

/** What was said before in like words: in what it differs, what was done, how it ended. */
export function SimilarIncidents({ similar }: { similar: readonly SimilarIncident[] }) {
  const t = useText();
  if (similar.length === 0) return <p className={styles.soft}>{t('similar.none')}</p>;
  return (
    <ul className={styles.cases}>
      {similar.map((one) => (
        <Case key={one.id} one={one} />
      ))}
    </ul>
  );
}

function Case({ one }: { one: SimilarIncident }) {
  const t = useText();
  const common = useCommon();
  const { id, number, title, claim, place, state, severity, verdict } = one;
  return (
    <li className={styles.case}>
      <p className={styles.caseHead}>
        <SeverityMark severity={severity} size={20} />
        <Link to={`/incidents/${id}`}>
          {number} {title}
        </Link>
        <StateTag state={state} />
        <span className={styles.score}>
          {t('similar.score', { percent: Math.round(one.score * 100) })}
        </span>
      </p>
      <p>{t('similar.claim', { claim })}</p>
      <p className={styles.soft}>
        <Moment at={one.detectedAt} /> · {common(`verdict.${verdict}`)}
        {place !== null && <> · {t('similar.place', { place })}</>}
      </p>
      <Difference one={one} />
      <Ending one={one} />
    </li>
  );
}

type FacetKey = Extract<keyof typeof zh, `facet.${string}`>;
const isFacet = (key: string): key is FacetKey => key in zh;

function Difference({ one: { shared, differsIn } }: { one: SimilarIncident }) {
  const t = useText();
  const facets = differsIn.map((facet) => {
    const key = `facet.${facet}`;
    return isFacet(key) ? t(key) : facet;
  });
  return (
    <>
      {shared.length > 0 && (
        <p className={styles.soft}>{t('similar.shared', { passages: shared.join(' · ') })}</p>
      )}
      {facets.length > 0 && (
        <p className={styles.differs}>{t('similar.differs', { facets: facets.join(' · ') })}</p>
      )}
    </>
  );
}

function Ending({ one }: { one: SimilarIncident }) {
  const t = useText();
  const { actions, published, summary, lessons, closedAt } = one;
  const done = actions.map(({ title }) => title).join(' · ');
  return (
    <p>
      {t('similar.done', { done: done === '' ? t('similar.done.none') : done })}
      {published > 0 && <> · {t('similar.published', { count: published })}</>}
      {closedAt === null && <> · {t('similar.open')}</>}
      {summary !== null && <span className={styles.line}>{t('similar.summary', { summary })}</span>}
      {lessons !== null && <span className={styles.line}>{t('similar.lessons', { lessons })}</span>}
    </p>
  );
}
