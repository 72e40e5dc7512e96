import Button from 'antd/es/button';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { isStale } from '../../../api/incidents';
import { useSchedules } from '../../../api/rota';
import { useArchiveSchedule, useSaveSchedule } from '../../../api/rota-changes';
import type { Schedule } from '../../../api/rota-types';
import { useDraft, type Draft } from '../../../lib/use-draft';
import { useServerNow } from '../../../time/ticker';
import { announce } from '../../../ui/announce';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { LeaveGuard } from '../../../ui/LeaveGuard';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { Confirm } from '../../admin/Confirm';
import { useText } from '../text';
import { draftOf, type ScheduleDraft } from './draft';
import { EditorForm } from './EditorForm';
import styles from './editor.module.css';

const HOUR = 60 * 60_000;

export function Component() {
  const t = useText();
  const { id = '' } = useParams();
  const { data: schedules, error, refetch } = useSchedules();
  const schedule = schedules?.find((known) => known.id === id);
  const [isDone, setDone] = useState(false);
  if (isDone) return <Navigate to={`/rota?schedule=${id}`} />;
  return (
    <Page title={t('edit.title')} lead={t('edit.lead')}>
      {error && !schedules && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !schedules && <Skeleton rows={10} />}
      {schedules && !schedule && (
        <EmptyState title={t('edit.missing')} act={<Link to="/rota">{t('edit.missing.act')}</Link>}>
          {t('edit.missing.body')}
        </EmptyState>
      )}
      {schedule && (
        <Editor
          key={`${schedule.id}-${String(schedule.version)}`}
          schedule={schedule}
          onDone={() => setDone(true)}
        />
      )}
    </Page>
  );
}

/** A draft remembers the version it was made on; with a newer one the person decides. */
function Editor({ schedule, onDone }: { schedule: Schedule; onDone: () => void }) {
  const t = useText();
  const draft = useDraft(`rota.${schedule.id}`, draftOf(schedule));
  const save = useSaveSchedule(schedule.id, () => {
    draft.clear();
    announce(t('edit.saved'));
    onDone();
  });
  const now = useServerNow(HOUR);
  const isOld = draft.value.baseVersion !== schedule.version;
  return (
    <>
      <LeaveGuard when={draft.dirty && !save.isPending} />
      <EditorForm
        draft={draft}
        scheduleId={schedule.id}
        now={now}
        error={isOld && isStale(save.error) ? null : save.error}
        pending={save.isPending}
        act={t('edit.save')}
        notice={isOld && <Outdated draft={draft} version={schedule.version} />}
        onSubmit={(rules) => save.mutate({ expectedVersion: draft.value.baseVersion, rules })}
      />
      <Archive schedule={schedule} onDone={onDone} />
    </>
  );
}

interface OutdatedProps {
  readonly draft: Draft<ScheduleDraft>;
  readonly version: number;
}

function Outdated({ draft, version }: OutdatedProps) {
  const t = useText();
  return (
    <div role="alert" className={styles.outdated}>
      <p>
        <strong>{t('edit.stale')}</strong>
      </p>
      <p>{t('edit.stale.body')}</p>
      <div className={styles.adds}>
        <Button type="primary" onClick={() => draft.change({ baseVersion: version })}>
          {t('edit.stale.keep')}
        </Button>
        <Button onClick={draft.clear}>{t('edit.stale.drop')}</Button>
      </div>
    </div>
  );
}

function Archive({ schedule, onDone }: { schedule: Schedule; onDone: () => void }) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const archive = useArchiveSchedule(schedule, onDone);
  return (
    <div className={styles.archive}>
      <Button danger aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('edit.archive')}
      </Button>
      {isAsking && (
        <Confirm
          title={t('edit.archive')}
          body={t('edit.archive.body')}
          act={t('edit.archive')}
          keep={t('edit.archive.keep')}
          pending={archive.isPending}
          error={archive.error}
          onAct={() => archive.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
