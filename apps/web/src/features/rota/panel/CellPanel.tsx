import Button from 'antd/es/button';
import { useOverrides } from '../../../api/rota';
import { useUndoOverride } from '../../../api/rota-changes';
import type { Coverage, Override, Schedule } from '../../../api/rota-types';
import { Dialog } from '../../../ui/Dialog';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { piecesOf, type Part } from '../cells';
import type { Selected } from '../cursor';
import { isoOf } from '../days';
import { useText } from '../text';
import type { People } from '../use-people';
import { usePosition, useSpan } from '../use-words';
import { ConflictList } from './ConflictList';
import { OverrideForm } from './OverrideForm';
import styles from './panel.module.css';

interface CellPanelProps {
  readonly schedule: Schedule;
  readonly coverage: Coverage;
  readonly people: People;
  readonly selected: Selected;
  readonly now: number;
  readonly mayManage: boolean;
  readonly onSaved: (override: Override) => void;
  readonly onUndone: () => void;
  readonly onClose: () => void;
}

/** What was opened: who is on duty there and why, and for those who may, another arrangement. */
export function CellPanel(props: CellPanelProps) {
  const { schedule, coverage, people, selected, now, mayManage, onSaved, onClose } = props;
  const t = useText();
  const span = useSpan(schedule.timeZone);
  const positionOf = usePosition();
  const { position, from, to } = selected;
  const isPast = to <= now;
  return (
    <Dialog
      title={t('panel.title', { position: positionOf(position), span: span(from, to) })}
      side
      onClose={onClose}
    >
      <Arrangement {...props} />
      <ConflictList
        conflicts={coverage.conflicts.filter(
          (conflict) =>
            (conflict.position === position || conflict.alsoAs === position) &&
            Date.parse(conflict.from) < to &&
            Date.parse(conflict.to) > from,
        )}
        zone={schedule.timeZone}
        nameOf={people.nameOf}
      />
      {mayManage && isPast && <p className={styles.soft}>{t('panel.past')}</p>}
      {mayManage && !isPast && (
        <>
          <h3 className={styles.heading}>{t('override.title')}</h3>
          <OverrideForm
            schedule={schedule}
            people={people}
            selected={selected}
            now={now}
            onSaved={onSaved}
          />
        </>
      )}
    </Dialog>
  );
}

function Arrangement({
  schedule,
  coverage,
  people,
  selected,
  now,
  mayManage,
  onUndone,
}: CellPanelProps) {
  const t = useText();
  const { from, to, position } = selected;
  const { data: overrides } = useOverrides(schedule.id, { from: isoOf(from), to: isoOf(to) });
  const undo = useUndoOverride(onUndone);
  const parts = piecesOf(coverage, position).filter((part) => part.from < to && part.to > from);
  return (
    <section aria-label={t('panel.now')} className={styles.arrangement}>
      <ProblemAlert error={undo.error} />
      {parts.length === 0 && <p className={styles.soft}>{t('panel.nobody')}</p>}
      <ul>
        {parts.map((part) => {
          const override = overrides?.items.find(({ id }) => id === part.overrideId);
          return (
            <li key={part.from}>
              <Turn part={part} override={override} people={people} zone={schedule.timeZone} />
              {mayManage && part.via === 'override' && part.overrideId && part.to > now && (
                <Button
                  size="small"
                  loading={undo.isPending}
                  onClick={() => undo.mutate(part.overrideId ?? '')}
                >
                  {t('panel.undo')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TurnProps {
  readonly part: Part;
  readonly override: Override | undefined;
  readonly people: People;
  readonly zone: string;
}

function Turn({ part, override, people, zone }: TurnProps) {
  const t = useText();
  const span = useSpan(zone);
  const colour = part.userId === null ? null : people.colourOf(part.userId);
  const facts = [
    ...(part.userId === null ? [] : [t(`panel.via.${part.via}`)]),
    ...(override?.createdBy ? [t('panel.by', { name: override.createdBy.name })] : []),
    ...(override?.reason ? [t('panel.reason', { reason: override.reason })] : []),
  ];
  return (
    <p>
      <span
        className={colour ? styles.who : styles.gap}
        style={colour ? { backgroundColor: colour.ground, borderColor: colour.edge } : {}}
      >
        {part.userId === null ? t('gap') : people.nameOf(part.userId)}
      </span>{' '}
      <span className="mb-number">{span(part.from, part.to)}</span>
      {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
    </p>
  );
}
