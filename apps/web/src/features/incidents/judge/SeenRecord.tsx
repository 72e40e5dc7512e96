import type { Judgement, JudgementRecord } from '../../../api/judgements';
import { useSay } from '../../../i18n/words';
import { Moment } from '../../../ui/Moment';
import { useSaying } from '../words/use-say';
import { SimilarIncidents } from './SimilarIncidents';
import { useText } from './text';
import styles from './judge.module.css';

/** All that a judge had before them when they judged, and whether it is still what it was. */
export function SeenRecord({ judgement }: { judgement: Judgement }) {
  const t = useText();
  const say = useSay();
  const { record, sha256, intact } = judgement;
  const { responsible, similar } = record;
  return (
    <div className={styles.seen}>
      <Score record={record} />
      <dl className={styles.factors}>
        {record.factors.map(({ factor, title, level, words }) => (
          <div key={factor}>
            <dt>{say(title)}</dt>
            <dd>
              <strong className="mb-number">{level}</strong> {say(words)}
            </dd>
          </div>
        ))}
      </dl>
      <Reach record={record} />
      {responsible !== null && (
        <p>{t('seen.responsible', { name: responsible.name, why: say(responsible.why) })}</p>
      )}
      {similar.length > 0 && (
        <>
          <p className={styles.soft}>{t('seen.similar', { count: similar.length })}</p>
          <SimilarIncidents similar={similar} />
        </>
      )}
      <p role={intact ? undefined : 'alert'} className={intact ? styles.soft : styles.broken}>
        {t(intact ? 'seen.intact' : 'seen.broken')} <code className={styles.hash}>{sha256}</code>
      </p>
    </div>
  );
}

function Score({ record: { score, incident, judged } }: { record: JudgementRecord }) {
  const t = useText();
  const words = useSaying();
  const { likelihood, consequence } = score;
  return (
    <>
      <p>
        {t('seen.score', {
          likelihood,
          consequence,
          score: score.score,
          grade: words.grade(score.severity),
        })}
        <span className={styles.soft}> {t('seen.version', { version: incident.version })}</span>
      </p>
      {judged.reason !== null && <p>{t('seen.reason', { reason: judged.reason })}</p>}
    </>
  );
}

function Reach({ record: { mentions, evidence } }: { record: JudgementRecord }) {
  const t = useText();
  return (
    <p className={styles.soft}>
      {t('seen.reach', { count: mentions.count })}
      {mentions.peakRank !== null && <> · {t('seen.rank', { rank: mentions.peakRank })}</>}
      {mentions.lastSeenAt !== null && (
        <>
          {' · '}
          <Moment at={mentions.lastSeenAt} />
        </>
      )}
      {' · '}
      {evidence.length === 0
        ? t('seen.evidence.none')
        : t('seen.evidence', { count: evidence.length })}
    </p>
  );
}
