import { useMemo } from 'react';
import { Link } from 'react-router';
import type { AuditEntry } from '../../../api/audit';
import { useUnits, useUsers } from '../../../api/people';
import { useCommon } from '../../../i18n/common';
import { useSay } from '../../../i18n/words';
import { Hint } from '../../../ui/Hint';
import { Moment } from '../../../ui/Moment';
import { useSaying } from '../../incidents/words/use-say';
import { sentenceOf, type Sentence } from '../../incidents/timeline/sentence';
import { useText as useTimelineText } from '../../incidents/timeline/text';
import { useText } from '../text';
import { identitySentence } from './sentence';
import styles from './audit.module.css';

/** Newest first, each a sentence; the stored data and the hash a tap away. */
export function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useText();
  const name = useNames();
  const tell = useTell(name);
  return (
    <ol className={styles.list} aria-label={t('audit.entries')}>
      {entries.map((entry) => (
        <Entry
          key={`${entry.subject.id}-${String(entry.seq)}`}
          entry={entry}
          told={tell(entry)}
          subject={nameOfSubject(entry, name)}
        />
      ))}
    </ol>
  );
}

function Entry({
  entry,
  told: { did, quote },
  subject,
}: {
  entry: AuditEntry;
  told: Sentence;
  subject: string;
}) {
  const t = useText();
  const { kind, name } = entry.actor;
  const who = kind === 'system' ? t('audit.system') : (name ?? t('audit.unknown'));
  return (
    <li className={styles.entry}>
      <span className={styles.when}>
        <Moment at={entry.at} />
      </span>
      <div className={styles.what}>
        <p>
          <strong>{who}</strong> {did}
        </p>
        {quote !== null && <p className={styles.quote}>{quote}</p>}
        <div className={styles.about}>
          <Subject entry={entry} name={subject} />
          <Link to={{ search: `subject=${entry.subject.id}` }}>{t('audit.only')}</Link>
          <Hint className={styles.mark} content={<Hash entry={entry} />}>
            <span className="mb-said">{t('hash.mark', { seq: entry.seq })}</span>
            <span aria-hidden="true">#{entry.seq}</span>
          </Hint>
          <details className={styles.data}>
            <summary>
              {t('audit.data')} <code>{entry.type}</code>
            </summary>
            <pre>{JSON.stringify(entry.data, null, 2)}</pre>
          </details>
        </div>
      </div>
    </li>
  );
}

/** A subject without a known name is told by the end of its id: the beginning of a UUIDv7 is the time. */
function nameOfSubject(
  { subject: { id, number, title } }: AuditEntry,
  name: (id: string) => string | null,
): string {
  if (number !== null && title !== null) return `${number} ${title}`;
  return name(id) ?? `…${id.slice(-8)}`;
}

const KINDS = [
  'incident',
  'user',
  'unit',
  'shift',
  'handover',
  'swap',
  'schedule',
  'release',
  'upward-report',
  'matter',
  'report',
  'instruction',
  'clarification',
] as const;
/** What has a page of its own. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['incident', '/incidents'],
  ['shift', '/shifts'],
  ['handover', '/handovers'],
  ['release', '/reviews'],
  ['upward-report', '/upward'],
  ['matter', '/matters'],
  ['report', '/reports'],
  ['instruction', '/instructions'],
  ['clarification', '/library'],
]);

function Subject({ entry: { subject }, name }: { entry: AuditEntry; name: string }) {
  const t = useText();
  const kind = KINDS.find((one) => one === subject.type);
  const told = kind
    ? t(`audit.subject.${kind}`, { name })
    : t('audit.subject.other', { type: subject.type, name });
  const page = PAGES.get(subject.type);
  return page === undefined ? (
    <span>{told}</span>
  ) : (
    <Link to={`${page}/${subject.id}`}>{told}</Link>
  );
}

function Hash({ entry: { hash, prevHash } }: { entry: AuditEntry }) {
  const t = useText();
  return (
    <span className={styles.hash}>
      <span>
        {t('hash.this')} <code>{hash}</code>
      </span>
      <span>
        {t('hash.prev')} <code>{prevHash === '' ? t('hash.first') : prevHash}</code>
      </span>
    </span>
  );
}

/** People and units by id. */
function useNames(): (id: string) => string | null {
  const { data: users } = useUsers();
  const { data: units } = useUnits();
  return useMemo(() => {
    const names = new Map([...(users ?? []), ...(units ?? [])].map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? null;
  }, [users, units]);
}

/** People and units in our words, incidents in those of their timeline. */
function useTell(name: (id: string) => string | null): (entry: AuditEntry) => Sentence {
  const t = useText();
  const common = useCommon();
  const timeline = useTimelineText();
  const say = useSaying();
  const sayWords = useSay();
  return (entry) => {
    const did = identitySentence(entry, { t, role: (role) => common(`role.${role}`) });
    if (did !== null) return { did, quote: null };
    const unknown = () => null;
    const clock = () => (entry.clock === null ? '' : sayWords(entry.clock));
    const words = { ...say, clock };
    return sentenceOf(entry, { t: timeline, say: words, name, action: unknown, number: unknown });
  };
}
