import Button from 'antd/es/button';
import { useState } from 'react';
import type { IncidentPage } from '../../../api/incident-types';
import { DeadlineChip } from '../../../ui/DeadlineChip';
import { Section } from '../../../ui/Section';
import { CommandForm } from '../forms/CommandForm';
import { possibleNow } from '../page/acts';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import styles from './disposal.module.css';

const ACTS = ['progress-report', 'supervise', 'lift-supervision'] as const;

const RUNS: ReadonlySet<string> = new Set(['running', 'warned', 'late', 'paused']);

/** 督办: who watches over it and why, when the next report is owed, and what was reported so far. */
export function Supervision({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const say = useSaying();
  const { supervision, progress } = incident;
  if (supervision === null) return null;
  const due = incident.deadlines.find(
    ({ clock, state }) => clock === 'supervision' && RUNS.has(state),
  );
  const line = {
    name: supervision.by?.name ?? '',
    at: supervision.at === null ? '' : say.moment(Date.parse(supervision.at)),
    every: say.every(supervision.every),
  };
  return (
    <Section title={t('supervision')} count={progress.length}>
      <p className={styles.strong}>{t('supervision.line', line)}</p>
      <p className={styles.written}>{supervision.reason}</p>
      {due === undefined
        ? incident.state === 'reported' && <p className={styles.soft}>{t('supervision.paused')}</p>
        : incident.supervisedAt !== null && <DeadlineChip deadline={due} />}
      <SupervisionActs incident={incident} />
      <h3 className={styles.minor}>{t('supervision.reports')}</h3>
      {progress.length === 0 ? (
        <p className={styles.soft}>{t('supervision.noReports')}</p>
      ) : (
        <ul className={styles.actions}>
          {progress.toReversed().map(({ id, text, unit, by, at }) => (
            <li key={id} className={styles.report}>
              <p className={styles.written}>{text}</p>
              <p className={styles.soft}>
                {t('supervision.byline', {
                  unit: unit?.name ?? '',
                  name: by?.name ?? '',
                  at: at === null ? '' : say.moment(Date.parse(at)),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The forms open where they belong. */
function SupervisionActs({ incident }: { incident: IncidentPage }) {
  const [open, setOpen] = useState<string | null>(null);
  const acts = ACTS.flatMap((name) => possibleNow(incident, name) ?? []);
  const form = acts.find(({ command }) => command === open);
  if (form !== undefined)
    return <CommandForm incident={incident} allowed={form} onClose={() => setOpen(null)} />;
  if (acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {acts.map(({ command, label }) => (
        <Button
          key={command}
          type={command === 'progress-report' ? 'primary' : 'default'}
          onClick={() => setOpen(command)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

/** Units that gave it back, and why: whoever judges again should know. */
export function HandedBack({ incident: { handedBack } }: { incident: IncidentPage }) {
  const t = useText();
  const say = useSaying();
  if (handedBack.length === 0) return null;
  return (
    <Section title={t('handedBack')} count={handedBack.length}>
      <ul className={styles.actions}>
        {handedBack.map(({ id, unit, by, reason, at }) => (
          <li key={id} className={styles.report}>
            <p className={styles.written}>{reason}</p>
            <p className={styles.soft}>
              {t('handedBack.line', {
                unit: unit?.name ?? '',
                name: by?.name ?? '',
                at: at === null ? '' : say.moment(Date.parse(at)),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
