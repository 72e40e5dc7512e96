import Button from 'antd/es/button';
import { useMemo, useState } from 'react';
import type { Action, IncidentPage } from '../../../api/incident-types';
import { useServerNow } from '../../../time/ticker';
import { Section } from '../../../ui/Section';
import { CommandForm } from '../forms/CommandForm';
import { useSaying } from '../words/use-say';
import { allowedNamed } from './acts';
import { useText } from './text';
import styles from './page.module.css';

/** What is to be done, by whom, until when; each action is completed or waived where it stands. */
export function Plan({ incident }: { incident: IncidentPage }) {
  const t = useText();
  if (incident.actions.length === 0) return null;
  return (
    <Section title={t('plan')} count={incident.actions.length}>
      <ul id="plan" className={styles.plain}>
        {incident.actions.map((action) => (
          <ActionRow key={action.id} incident={incident} action={action} />
        ))}
      </ul>
    </Section>
  );
}

const ACTS = [
  ['complete-action', 'plan.act.complete'],
  ['waive-action', 'plan.act.waive'],
] as const;

function ActionRow({ incident, action }: { incident: IncidentPage; action: Action }) {
  const t = useText();
  const say = useSaying();
  const now = useServerNow(60_000);
  const [open, setOpen] = useState<string | null>(null);
  const form = open === null ? null : allowedNamed(incident, open);
  const fixed = useMemo(() => ({ actionId: action.id }), [action.id]);
  const { title, kind, basis, unit, owner, dueAt, status, result } = action;
  const isLate = status === 'open' && dueAt !== null && Date.parse(dueAt) < now;
  return (
    <li className={styles.action} data-status={status}>
      <div className={styles.actionHead}>
        <span className={styles.actionTitle}>{title}</span>
        <span className={styles.soft}>{t(`plan.${status}`)}</span>
      </div>
      <p className={styles.soft}>
        {[
          kind === null ? null : say.actionKind(kind),
          unit?.name,
          owner?.name ?? t('plan.owner.none'),
        ]
          .filter((part) => part !== null && part !== undefined)
          .join(' · ')}
        {dueAt !== null && (
          <>
            {' · '}
            {t('plan.due', { at: say.moment(Date.parse(dueAt)) })}
          </>
        )}
        {isLate && <strong className={styles.late}> {t('plan.late')}</strong>}
      </p>
      {basis !== null && <p className={styles.soft}>{t('plan.basis', { basis })}</p>}
      {result !== null && <p className={styles.written}>{result}</p>}
      {form !== null ? (
        <CommandForm
          incident={incident}
          allowed={form}
          fixed={fixed}
          onClose={() => setOpen(null)}
        />
      ) : (
        status === 'open' && (
          <div className={styles.moreActs}>
            {ACTS.map(
              ([command, key]) =>
                allowedNamed(incident, command) && (
                  <Button key={command} size="small" onClick={() => setOpen(command)}>
                    {t(key)}
                  </Button>
                ),
            )}
          </div>
        )
      )}
    </li>
  );
}
