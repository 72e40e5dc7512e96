import { Suspense, useState } from 'react';
import { part } from '../../../lib/part';
import type { ReleasePage, ReleaseVersion } from '../../../api/release-types';
import { Field } from '../../../ui/Field';
import { Section } from '../../../ui/Section';
import { Select } from '../../../ui/Select';
import { Skeleton } from '../../../ui/Skeleton';
import { Redacted } from '../Redacted';
import { useText } from '../text';
import styles from './page.module.css';

// Comparing is wanted now and then; its library is loaded then.
const Compared = part(() => import('./Compared'));

/** The version that most people come for: what is out, or what is being reviewed. */
const shownVersion = ({ state, publishedVersion, textVersion }: ReleasePage): number =>
  (state === 'published' || state === 'filed' || state === 'withdrawn') && publishedVersion !== null
    ? publishedVersion
    : textVersion;

const REVIEWED: readonly ReleasePage['state'][] = [
  'unit-review',
  'publicity-review',
  'urgent-review',
];

/** What a reviewer sees it against at first: what is out while it is being corrected, or the version before. */
function comparedWith(release: ReleasePage, shown: number): number | null {
  const { state, publishedVersion, versions } = release;
  if (!REVIEWED.includes(state)) return null;
  if (publishedVersion !== null && publishedVersion < shown) return publishedVersion;
  return versions.findLast(({ version }) => version < shown)?.version ?? null;
}

/** The text as the reader will see it, and how it differs from what was before. */
export function TheText({ release }: { release: ReleasePage }) {
  const t = useText();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = chosen ?? shownVersion(release);
  const [against, setAgainst] = useState(() => comparedWith(release, shown));
  const text = release.versions.find(({ version }) => version === shown);
  const before = release.versions.find(({ version }) => version === against);
  if (!text) return null;
  const isOut = release.publishedVersion === shown && release.withdrawnAt === null;
  return (
    <Section title={t(isOut ? 'text.out' : 'text.title')}>
      {release.versions.length > 1 && (
        <div className={styles.choices}>
          <VersionField
            label={t('text.version')}
            release={release}
            value={shown}
            onChange={(version) => setChosen(version)}
          />
          <VersionField
            label={t('compare.with')}
            none={t('compare.none')}
            release={release}
            value={against}
            except={shown}
            onChange={setAgainst}
          />
        </div>
      )}
      <Redacted removed={text.redacted} />
      {before && before.version !== shown ? (
        <Suspense fallback={<Skeleton rows={4} />}>
          <Compared before={before} after={text} />
        </Suspense>
      ) : (
        <article className={styles.paper}>
          <h3 className={styles.paperTitle}>{text.title}</h3>
          <p className={styles.paperBody}>{text.body}</p>
          <p className={styles.paperBy}>{t('text.by', { body: release.issuedBy })}</p>
        </article>
      )}
      <p className={styles.small}>
        {t('text.length', { count: text.body.length })} · {t('text.hash', { hash: text.sha256 })}
      </p>
    </Section>
  );
}

interface VersionFieldProps {
  readonly label: string;
  readonly release: ReleasePage;
  readonly value: number | null;
  readonly none?: string;
  readonly except?: number;
  readonly onChange: (version: number | null) => void;
}

function VersionField({ label, release, value, none, except, onChange }: VersionFieldProps) {
  const t = useText();
  const nameOf = ({ version, writtenBy: { name } }: ReleaseVersion): string => {
    if (version === release.publishedVersion) return t('text.version.out', { version, name });
    const key = version === release.textVersion ? 'text.version.newest' : 'text.version.option';
    return t(key, { version, name });
  };
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value === null ? '' : String(value)}
          {...(none === undefined ? {} : { none })}
          options={release.versions
            .filter(({ version }) => version !== except)
            .map((version) => ({ value: String(version.version), label: nameOf(version) }))}
          onChange={(picked) => onChange(picked === '' ? null : Number(picked))}
        />
      )}
    </Field>
  );
}
