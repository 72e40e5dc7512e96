import Button from 'antd/es/button';
import { useState } from 'react';
import { useAddOverride } from '../../api/rota-changes';
import { useSuggestions } from '../../api/rota';
import type { DutyWarning, Override, Schedule } from '../../api/rota-types';
import type { Position } from '../../api/types';
import { useSay } from '../../i18n/words';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { useText } from './text';
import { usePosition, useSpan } from './use-words';
import styles from './rota.module.css';

interface WarningsProps {
  readonly schedule: Schedule;
  readonly warnings: readonly DutyWarning[];
  readonly days: number;
  readonly mayManage: boolean;
  readonly onSaved: (override: Override) => void;
}

type Gap = DutyWarning & { readonly position: Position };

function isGap(warning: DutyWarning): warning is Gap {
  return warning.kind === 'gap' && warning.position !== undefined;
}

const keyOf = ({ kind, position, user, from }: DutyWarning): string =>
  [kind, position, user?.id, from].join();

/** What will go wrong unless somebody does something, gaps first. */
export function Warnings({ schedule, warnings, days, mayManage, onSaved }: WarningsProps) {
  const t = useText();
  if (warnings.length === 0) return null;
  const sorted = warnings.toSorted((a, b) => Number(isGap(b)) - Number(isGap(a)));
  return (
    <Section title={t('warn.title', { count: days })} count={warnings.length}>
      <ul className={styles.warnings}>
        {sorted.map((warning) => (
          <li key={keyOf(warning)}>
            <Warning schedule={schedule} warning={warning} mayFill={mayManage} onSaved={onSaved} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface WarningProps {
  readonly schedule: Schedule;
  readonly warning: DutyWarning;
  readonly mayFill: boolean;
  readonly onSaved: (override: Override) => void;
}

function Warning({ schedule, warning, mayFill, onSaved }: WarningProps) {
  const t = useText();
  const say = useSay();
  const span = useSpan(schedule.timeZone);
  const positionOf = usePosition();
  const [isOpen, setOpen] = useState(false);
  const when = span(Date.parse(warning.from), Date.parse(warning.to));
  const position = warning.position ? positionOf(warning.position) : '';
  return (
    <>
      <div className={styles.warning}>
        <span className={isGap(warning) ? styles.kindGap : styles.kind}>
          {t(`warn.kind.${warning.kind}`)}
        </span>
        <span className={styles.what}>
          {isGap(warning) ? (
            <>
              <strong>{position}</strong> <span className="mb-number">{when}</span>
            </>
          ) : (
            <>
              {warning.user && <strong>{warning.user.name} </strong>}
              {say(warning.message)}
              {warning.kind !== 'no-channel' && <span className={styles.when}>{when}</span>}
            </>
          )}
        </span>
        {mayFill && isGap(warning) && (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={isOpen ? t('suggest.fold') : t('warn.fill.of', { position, span: when })}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'suggest.fold' : 'warn.fill')}
          </Button>
        )}
      </div>
      {isOpen && isGap(warning) && (
        <Suggestions schedule={schedule} gap={warning} onSaved={onSaved} />
      )}
    </>
  );
}

interface SuggestionsProps {
  readonly schedule: Schedule;
  readonly gap: Gap;
  readonly onSaved: (override: Override) => void;
}

/** Who should take it, and why; one tap arranges it, and it can be undone. */
function Suggestions({ schedule, gap, onSaved }: SuggestionsProps) {
  const t = useText();
  const say = useSay();
  const { data, error, isPending, refetch } = useSuggestions(schedule.id, gap);
  const add = useAddOverride(schedule.id, onSaved);
  const { position, from, to } = gap;
  if (isPending) return <Skeleton rows={2} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <EmptyState title={t('suggest.none')} />;
  return (
    <div className={styles.suggestions}>
      <ProblemAlert error={add.error} />
      <ol>
        {data.items.map(({ user, reason }) => (
          <li key={user.id}>
            <strong>{user.name}</strong>
            <span className={styles.soft}>{say(reason)}</span>
            <Button
              size="small"
              aria-label={t('suggest.act.of', { name: user.name })}
              loading={add.isPending && add.variables.userId === user.id}
              onClick={() => add.mutate({ position, from, to, userId: user.id })}
            >
              {t('suggest.act')}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}
