import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EngineHealth, Finding } from '../../api/engine';
import { useSay } from '../../i18n/words';
import { Moment } from '../../ui/Moment';
import { Section } from '../../ui/Section';
import { TimeAgo } from '../../ui/TimeAgo';
import { placeOf } from '../notifications/place';
import { Facts, type Fact } from './Facts';
import { useText } from './text';
import styles from './audit.module.css';

type Audit = EngineHealth['audit'];

/** Does all move that should? What the auditor found at its last look, and what has mended since yesterday. */
export function AuditSection({ audit }: { audit: Audit }) {
  const t = useText();
  return (
    <div className={styles.part}>
      <Section title={t('audit')} {...(audit.open.length > 0 && { count: audit.open.length })}>
        {audit.open.length === 0 && audit.lastAt !== null && (
          <p className={styles.well}>{t('audit.well')}</p>
        )}
        <Findings findings={audit.open} label={t('audit.open')} />
        <Facts facts={useFacts(audit)} />
        {audit.resolved.length > 0 && (
          <details className={styles.past}>
            <summary>{t('audit.resolved', { count: audit.resolved.length })}</summary>
            <Findings findings={audit.resolved} label={t('audit.past')} />
          </details>
        )}
      </Section>
    </div>
  );
}

function useFacts({ lastAt, heartbeat }: Audit): Fact[] {
  const t = useText();
  const last: Fact = {
    name: t('audit.last'),
    value: lastAt === null ? t('audit.never') : <TimeAgo at={lastAt} />,
    isBad: lastAt === null,
  };
  if (heartbeat === null) return [last, { name: t('heartbeat'), value: t('heartbeat.off') }];
  const { lastAt: beat, lastFailureAt, lastError } = heartbeat;
  const isFailing =
    lastFailureAt !== null && (beat === null || Date.parse(beat) < Date.parse(lastFailureAt));
  const beats: Fact = {
    name: t('heartbeat'),
    value: beat === null ? t('audit.never') : <TimeAgo at={beat} />,
  };
  if (lastFailureAt === null) return [last, beats];
  return [
    last,
    beats,
    {
      name: t('heartbeat.failure'),
      value: (
        <>
          <TimeAgo at={lastFailureAt} /> {lastError}
        </>
      ),
      isBad: isFailing,
    },
  ];
}

function Findings({ findings, label }: { findings: readonly Finding[]; label: string }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label={label}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <Message finding={finding} />
          <Since finding={finding} />
        </li>
      ))}
    </ul>
  );
}

/** It leads to the matter that somebody now has to follow by hand. */
function Message({ finding: { message, subject } }: { finding: Finding }): ReactNode {
  const say = useSay();
  const place =
    subject === null ? null : placeOf({ subjectType: subject.type, subjectId: subject.id });
  if (place === null) return <span>{say(message)}</span>;
  return <Link to={place}>{say(message)}</Link>;
}

function Since({ finding: { since, resolvedAt } }: { finding: Finding }) {
  const t = useText();
  return (
    <span className={styles.since}>
      {resolvedAt === null ? (
        <>
          {t('audit.since')} <Moment at={since} />
        </>
      ) : (
        <>
          <Moment at={since} /> – <Moment at={resolvedAt} />
        </>
      )}
    </span>
  );
}
