import type { Evidence, IncidentPage, TimelineItem } from '../../../api/incident-types';
import { useCategories } from '../../../api/meta';
import { useCommon } from '../../../i18n/common';
import { useSettings } from '../../../settings/settings';
import { Moment } from '../../../ui/Moment';
import { Section } from '../../../ui/Section';
import { UserName } from '../../../ui/UserName';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import { VerdictHistory } from './VerdictHistory';
import styles from './page.module.css';

interface ClaimProps {
  readonly incident: IncidentPage;
  /** The timeline, as far as it is known. */
  readonly items: readonly TimelineItem[];
}

/** What is being said, and what was found out about it. */
export function Claim({ incident, items }: ClaimProps) {
  const t = useText();
  const common = useCommon();
  const say = useSaying();
  const { claim, verdict, evidence, riskScore, judgedBy, decision, correctionOwed } = incident;
  return (
    <Section title={t('claim')}>
      <p className="mb-said">{t('claim.said')}</p>
      <blockquote className={styles.claim}>{claim}</blockquote>
      <Facts incident={incident} />
      {judgedBy && (
        <p className={styles.soft}>
          {t('judgement.line', { name: judgedBy.name, decision: say.decision(decision) })}
          {riskScore !== null && <> · {t('judgement.score', { score: riskScore })}</>}
        </p>
      )}
      <p className={verdict === 'unverified' ? styles.soft : styles.verdict}>
        {verdict === 'unverified' ? t('verdict.none') : common(`verdict.${verdict}`)}
      </p>
      {correctionOwed && (
        <p role="status" className={styles.owed}>
          {t('verdict.owed')}
        </p>
      )}
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
      <VerdictHistory items={items} />
    </Section>
  );
}

/** The file, and the hash by which its content is known. */
function FileLink({ file: { id, name, sha256 } }: { file: NonNullable<Evidence['file']> }) {
  return (
    <span className={styles.file}>
      <a href={`/api/v1/attachments/${id}`} download={name}>
        {name}
      </a>{' '}
      <code className={styles.hash}>SHA-256 {sha256}</code>
    </span>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useText();
  const common = useCommon();
  return (
    <>
      <h3 className={styles.minor}>{t('verdict.evidence')}</h3>
      <ul className={styles.plain}>
        {evidence.map(({ id, text, url, file, verdict, addedBy, addedAt }) => (
          <li key={id}>
            <span className={styles.written}>{text}</span>
            {url !== null && (
              <a href={url} target="_blank" rel="noreferrer noopener">
                {url}
              </a>
            )}
            {file !== null && <FileLink file={file} />}
            <span className={styles.soft}>
              {verdict !== null && <>{common(`verdict.${verdict}`)} · </>}
              <UserName person={addedBy} /> {addedAt !== null && <Moment at={addedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const common = useCommon();
  const { language } = useSettings();
  const categories = useCategories();
  const { occurredAt } = incident;
  const category = categories.find(({ code }) => code === incident.category);
  const facts = [
    [t('meta.kind'), common(`kind.${incident.kind}`)],
    [t('meta.category'), category?.[language] ?? incident.category],
    [t('meta.place'), incident.place],
    [t('meta.unit'), incident.unit?.name ?? t('meta.unit.none')],
    [t('meta.assignee'), incident.assignee?.name ?? null],
    [t('meta.occurred'), occurredAt === null ? null : <Moment key="at" at={occurredAt} />],
    [t('meta.detected'), <Moment key="at" at={incident.detectedAt} />],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
