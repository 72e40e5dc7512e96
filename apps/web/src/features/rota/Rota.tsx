import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCoverage, useDutyWarnings } from '../../api/rota';
import type { Override, Schedule } from '../../api/rota-types';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { usePhone } from '../../theme/use-media';
import { useServerNow } from '../../time/ticker';
import { announce } from '../../ui/announce';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { KnownDays } from '../matters/KnownDays';
import type { Selected } from './cursor';
import { DayList } from './grid/DayList';
import { MonthGrid } from './grid/MonthGrid';
import { WeekGrid } from './grid/WeekGrid';
import { Legend } from './Legend';
import { addDays } from './days';
import { CellPanel } from './panel/CellPanel';
import { PrintedRoster } from './PrintedRoster';
import { RotaActs, RotaActBar } from './RotaActs';
import { RotaTools } from './RotaTools';
import { useText } from './text';
import { UndoNotice, type Saved } from './UndoNotice';
import { usePeople } from './use-people';
import { usePosition, useSpan } from './use-words';
import { shownDays, todayIn, viewOf, windowOf, withView, type View } from './view';
import { WarningLead } from './WarningLead';
import { Warnings } from './Warnings';
import styles from './rota.module.css';

const MINUTE = 60_000;
const WARN_DAYS = 14;

interface RotaProps {
  readonly schedule: Schedule;
  readonly schedules: readonly Schedule[];
}

export function Rota({ schedule, schedules }: RotaProps) {
  const t = useText();
  const zone = schedule.timeZone;
  const now = useServerNow(MINUTE);
  const today = todayIn(zone, now);
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search, today);
  const { first, count } = shownDays(view);
  const shown = useMemo(() => ({ first, count }), [first, count]);
  const { data: coverage, error, refetch } = useCoverage(schedule, windowOf(shown, zone));
  const { data: known } = useDutyWarnings(WARN_DAYS);
  const warnings = known?.items.filter(({ scheduleId }) => scheduleId === schedule.id);
  const people = usePeople(schedule, coverage);
  const mayManage = may(useMe(), 'duty.manage');
  const [selected, setSelected] = useState<Selected | null>(null);
  const { saved, told } = useSaved(schedule, setSelected);
  const isPhone = usePhone();
  const Grid = isPhone ? DayList : view.name === 'month' ? MonthGrid : WeekGrid;
  const change = (next: Partial<View>) => setSearch(withView(search, next), { replace: true });

  return (
    <div className={styles.rota}>
      <Page
        title={t('title')}
        beside={
          schedule.name !== t('title') && <span className={styles.soft}>{schedule.name}</span>
        }
        lead={warnings && <WarningLead warnings={warnings} days={WARN_DAYS} />}
        acts={<RotaActs schedule={schedule} view={view} mayManage={mayManage} />}
      >
        {saved && <UndoNotice key={saved.id} saved={saved} onUndone={told.undone} />}
        <RotaTools
          schedules={schedules}
          scheduleId={schedule.id}
          view={view}
          today={today}
          onView={change}
          onSchedule={(id) => setSearch({ schedule: id })}
        />
        {error && !coverage && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !coverage && <Skeleton rows={16} height={32} />}
        {coverage && (
          <>
            <KnownDays from={first} to={addDays(first, count - 1)}>
              <Grid
                key={`${view.name}-${first}`}
                schedule={schedule}
                coverage={coverage}
                people={people}
                shown={shown}
                date={view.date}
                today={today}
                now={now}
                maySelect={mayManage}
                onOpen={setSelected}
              />
            </KnownDays>
            {!isPhone && (
              <p className={styles.hint}>{t(mayManage ? 'grid.hint' : 'grid.hint.read')}</p>
            )}
            <Legend coverage={coverage} people={people} />
          </>
        )}
        <div id="warnings" className={styles.below}>
          <Warnings
            schedule={schedule}
            warnings={warnings ?? []}
            days={WARN_DAYS}
            mayManage={mayManage}
            onSaved={told.saved}
          />
        </div>
        {isPhone && mayManage && (
          <RotaActBar schedule={schedule} today={today} onOpen={setSelected} />
        )}
        {coverage && selected && (
          <CellPanel
            schedule={schedule}
            coverage={coverage}
            people={people}
            selected={selected}
            now={now}
            mayManage={mayManage}
            onSaved={told.saved}
            onUndone={told.undone}
            onClose={() => setSelected(null)}
          />
        )}
      </Page>
      {coverage && (
        <PrintedRoster
          schedule={schedule}
          coverage={coverage}
          people={people}
          view={view}
          shown={shown}
        />
      )}
    </div>
  );
}

/** What was saved last stands above the grid until the next one, with its way back. */
function useSaved({ timeZone }: Schedule, select: (selected: null) => void) {
  const t = useText();
  const span = useSpan(timeZone);
  const positionOf = usePosition();
  const [saved, setSaved] = useState<Saved | null>(null);
  const tell = (id: string | null, sentence: string) => {
    select(null);
    setSaved({ id, sentence });
    announce(sentence);
  };
  return {
    saved,
    told: {
      saved: ({ id, from, to, position, user }: Override) =>
        tell(
          id,
          t('override.saved', {
            span: span(Date.parse(from), Date.parse(to)),
            position: positionOf(position),
            name: user.name,
          }),
        ),
      undone: () => tell(null, t('override.undone')),
    },
  };
}
