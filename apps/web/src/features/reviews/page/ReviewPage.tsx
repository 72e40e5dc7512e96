import Button from 'antd/es/button';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReleasePage } from '../../../api/release-types';
import { useRelease, useSeen } from '../../../api/releases';
import { useWhen } from '../../../time/use-when';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { SeverityMark } from '../../../ui/SeverityMark';
import { Skeleton } from '../../../ui/Skeleton';
import { ReleaseTag } from '../ReleaseTag';
import { useText } from '../text';
import { ClaimSection } from './ClaimSection';
import { EditForm } from './EditForm';
import { Judge } from './Judge';
import { NextActs, possible, type Formed } from './NextActs';
import { PublishForm } from './PublishForm';
import { Record } from './Record';
import { TheText } from './TheText';
import styles from './page.module.css';

/** One text on its way to the public: what it says, what changed, and what I am to do about it. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data, error, refetch } = useRelease(id);
  if (error && !data)
    return (
      <Page title={t('title')} narrow>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title={t('title')} quiet>
        <Skeleton rows={8} />
      </Page>
    );
  return <Whole key={data.id} release={data} />;
}

function Whole({ release }: { release: ReleasePage }) {
  const t = useText();
  const [form, setForm] = useState<Formed | null>(null);
  const { textVersion, incident, severity } = release;
  useSeenOnce(release.id, textVersion);
  return (
    <Page
      title={release.versions.at(-1)?.title ?? release.title}
      beside={
        <>
          {incident && <SeverityMark severity={severity} withLabel />}
          <ReleaseTag release={release} />
        </>
      }
      lead={<Lead release={release} />}
      acts={
        <span className={styles.print}>
          <Button size="small" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </span>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          {release.deadlines.length > 0 && (
            <div className={styles.chips}>
              {release.deadlines.map((deadline) => (
                <DeadlineChip key={deadline.id} deadline={deadline} />
              ))}
            </div>
          )}
          {form === 'publish' && <PublishForm release={release} onClose={() => setForm(null)} />}
          {(form === 'revise' || form === 'correct') && (
            <EditForm release={release} purpose={form} onClose={() => setForm(null)} />
          )}
          <TheText key={textVersion} release={release} />
          <ClaimSection release={release} />
          {form === null && <Mine release={release} />}
          {form === null && <NextActs release={release} onOpen={setForm} />}
        </div>
        <Record release={release} />
      </div>
    </Page>
  );
}

/** The judgement, when it is mine to give; and why it is not, where somebody might think so. */
function Mine({ release }: { release: ReleasePage }) {
  const t = useText();
  if (possible(release).has('approve'))
    return (
      <Judge
        key={`${String(release.textVersion)} ${release.state}`}
        release={release}
        version={release.textVersion}
      />
    );
  const named = release.allowed.find(({ command }) => command === 'approve');
  if (!named) return null;
  return <p className={styles.soft}>{t(release.wrote ? 'judge.own' : 'judge.again')}</p>;
}

function Lead({ release }: { release: ReleasePage }) {
  const t = useText();
  const when = useWhen();
  const { state, unit, publishAt, correctionReason, withdrawalAskedBy } = release;
  const isTimed = state === 'approved' && publishAt !== null;
  return (
    <>
      <p>
        {isTimed
          ? t('next.approved.at', { at: when.at(publishAt) })
          : t(`next.${state}`, { unit: unit.name })}{' '}
        ·{' '}
        <Link to="/reviews" className={styles.back}>
          {t('back')}
        </Link>
      </p>
      {correctionReason !== null && <p>{t('correction', { reason: correctionReason })}</p>}
      {withdrawalAskedBy && <p>{t('withdrawalAsked', { name: withdrawalAskedBy.name })}</p>}
    </>
  );
}

/** Who has had which version open is kept: said once for each version that was shown. */
function useSeenOnce(id: string, version: number): void {
  const { mutate } = useSeen();
  useEffect(() => mutate({ id, version }), [mutate, id, version]);
}
