import type { IncidentPage } from '../../../api/incident-types';
import { useJudgements, type Judgement } from '../../../api/judgements';
import { usePrinting } from '../../../theme/use-media';
import { ErrorState } from '../../../ui/ErrorState';
import { Section } from '../../../ui/Section';
import { useSaying } from '../words/use-say';
import { SeenRecord } from './SeenRecord';
import { useText } from './text';
import styles from './judge.module.css';

/** Every judgement of this incident, each with what was seen when it was made. */
export function Judgements({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const isJudged = incident.riskScore !== null || incident.proposal?.kind === 'judgement';
  const { data, error, refetch } = useJudgements(incident.id, isJudged);
  const items = data?.items ?? [];
  if (error && !data) {
    return (
      <Section title={t('seen.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Section>
    );
  }
  if (items.length === 0) return null;
  return (
    <Section title={t('seen.title')} count={items.length}>
      <ul className={styles.judgements}>
        {items.map((judgement) => (
          <li key={judgement.version}>
            <JudgementLine judgement={judgement} />
            <Seen judgement={judgement} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Seen({ judgement }: { judgement: Judgement }) {
  const t = useText();
  const isPrinting = usePrinting();
  return (
    <details className={styles.unfold} open={isPrinting || undefined}>
      <summary>{t('seen.open')}</summary>
      <SeenRecord judgement={judgement} />
    </details>
  );
}

/** Who judged it how, and what became of that. */
export function JudgementLine({ judgement }: { judgement: Judgement }) {
  const t = useText();
  const say = useSaying();
  const { judgedBy, judgedAt, standing, record } = judgement;
  return (
    <p className={styles.judged} data-standing={standing}>
      {t('seen.line', {
        name: judgedBy?.name ?? '',
        at: say.moment(Date.parse(judgedAt)),
        grade: say.grade(record.judged.severity),
        decision: say.decision(record.judged.decision),
      })}{' '}
      <span className={styles.standing}>{t(`seen.standing.${standing}`)}</span>
    </p>
  );
}
