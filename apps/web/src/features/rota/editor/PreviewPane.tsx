import { useMemo, useState } from 'react';
import { useUsers } from '../../../api/people';
import { usePreview } from '../../../api/rota';
import type { Preview, PreviewQuestion } from '../../../api/rota-types';
import { sortComplaints } from '../../../api/problem';
import { useRested } from '../../../lib/use-rested';
import { useSettings } from '../../../settings/settings';
import { Choice } from '../../../ui/Choice';
import { ErrorState } from '../../../ui/ErrorState';
import { plain } from '../../../ui/plain';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { addDays, dateAt, datesFrom, instantAt, isoOf, type LocalDate } from '../days';
import { ChangeList } from '../panel/ChangeList';
import { ConflictList } from '../panel/ConflictList';
import { Roster } from '../Roster';
import { useText } from '../text';
import { rulesOf, type ScheduleDraft } from './draft';
import styles from './editor.module.css';

const REST_MS = 400;
const LENGTHS = ['14', '30'] as const;

interface PreviewPaneProps {
  readonly draft: ScheduleDraft;
  readonly scheduleId: string | null;
  /** To the hour, so that not every look asks anew. */
  readonly now: number;
}

/** What the draft comes to, asked for anew when the fingers rest. */
export function PreviewPane({ draft, scheduleId, now }: PreviewPaneProps) {
  const t = useText();
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('14');
  const count = Number(length);
  const rested = useRested(draft, REST_MS);
  const question = useMemo(
    () => questionOf(rested, scheduleId, now, count),
    [rested, scheduleId, now, count],
  );
  const { data, error, isPending } = usePreview(question);
  return (
    <Section title={t('preview.title')}>
      <Choice
        label={t('preview.days')}
        name="preview-days"
        value={length}
        options={LENGTHS.map((value) => ({ value, label: t(`preview.days.${value}`) }))}
        onChange={setLength}
      />
      {question === null && <p className={styles.soft}>{t('preview.empty')}</p>}
      {question !== null && isPending && <Skeleton rows={8} />}
      {question !== null && error && <Missing error={error} />}
      {question !== null && data && !error && (
        <Outcome
          preview={data}
          schedule={question.schedule}
          dates={datesFrom(dateAt(now, question.schedule.timeZone), count)}
        />
      )}
    </Section>
  );
}

function questionOf(
  draft: ScheduleDraft,
  scheduleId: string | null,
  now: number,
  count: number,
): PreviewQuestion | null {
  if (draft.positions.length === 0) return null;
  const last = addDays(dateAt(now, draft.timeZone), count + 1);
  return {
    schedule: rulesOf(draft),
    from: isoOf(now),
    to: isoOf(instantAt(last, '00:00', draft.timeZone)),
    ...(scheduleId === null ? {} : { scheduleId }),
  };
}

/** While it is being filled in, what is missing is a list here, and not red everywhere. */
function Missing({ error }: { error: unknown }) {
  const t = useText();
  const { language } = useSettings();
  const { rest } = sortComplaints(error, []);
  if (rest.length === 0) return <ErrorState error={error} />;
  const messages = new Set(rest.map((message) => plain(message, language)));
  return (
    <>
      <p>{t('preview.wrong')}</p>
      <ul className={styles.missing}>
        {[...messages].map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </>
  );
}

interface OutcomeProps {
  readonly preview: Preview;
  readonly schedule: PreviewQuestion['schedule'];
  readonly dates: readonly LocalDate[];
}

function Outcome({ preview, schedule, dates }: OutcomeProps) {
  const t = useText();
  const { data: users = [] } = useUsers();
  const names = new Map([...users, ...preview.people].map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '—';
  const { gaps, changes, conflicts, unreachable } = preview;
  return (
    <div aria-live="polite">
      <p className={gaps.length > 0 ? styles.gaps : styles.well}>
        {gaps.length > 0 ? t('preview.gaps', { count: gaps.length }) : t('preview.well')}
      </p>
      <ConflictList
        conflicts={conflicts}
        unreachable={unreachable.map(({ id }) => id)}
        zone={schedule.timeZone}
        nameOf={nameOf}
      />
      {changes && (
        <div className={styles.changes}>
          <h3>{t(changes.length > 0 ? 'preview.changes' : 'preview.same')}</h3>
          <ChangeList changes={changes} zone={schedule.timeZone} nameOf={nameOf} shown={8} />
        </div>
      )}
      <div className={styles.table}>
        <Roster
          schedule={schedule}
          coverage={preview}
          people={{ nameOf }}
          dates={dates}
          caption={t('preview.table', { count: dates.length })}
        />
      </div>
    </div>
  );
}
