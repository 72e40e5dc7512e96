import Button from 'antd/es/button';
import { useMemo, useState } from 'react';
import type { Action, ActionAct, IncidentPage } from '../../../api/incident-types';
import { useServerNow } from '../../../time/ticker';
import { CommandForm } from '../forms/CommandForm';
import { allowedNamed } from '../page/acts';
import { useSaying } from '../words/use-say';
import { useText } from './text';
import styles from './disposal.module.css';

const MINUTE = 60_000;

interface ActionItemProps {
  readonly incident: IncidentPage;
  readonly action: Action;
}

/** One action: what, who, until when, what came of it, and what the reader may do about it. */
export function ActionItem({ incident, action }: ActionItemProps) {
  const t = useText();
  const [open, setOpen] = useState<ActionAct | null>(null);
  const form = open === null ? null : allowedNamed(incident, open);
  const fixed = useMemo(() => ({ actionId: action.id }), [action.id]);
  const { title, status, mine, basis, result } = action;
  return (
    <li className={styles.action} data-status={status} data-mine={mine && status === 'open'}>
      <div className={styles.head}>
        <span className={styles.title}>{title}</span>
        <span className={styles.soft}>
          {mine && status === 'open' ? <strong>{t('plan.mine')}</strong> : t(`status.${status}`)}
        </span>
      </div>
      <Facts incident={incident} action={action} />
      {basis !== null && <p className={styles.soft}>{t('action.basis', { basis })}</p>}
      {result !== null && <p className={styles.written}>{result}</p>}
      <Shown action={action} />
      {form !== null ? (
        <CommandForm
          incident={incident}
          allowed={form}
          fixed={fixed}
          onClose={() => setOpen(null)}
        />
      ) : (
        <Acts action={action} onOpen={setOpen} />
      )}
    </li>
  );
}

function Facts({ incident, action }: ActionItemProps) {
  const t = useText();
  const say = useSaying();
  const now = useServerNow(MINUTE);
  const { kind, unit, owner, dueAt, status, closedBy, closedAt } = action;
  const isLate = status === 'open' && dueAt !== null && Date.parse(dueAt) < now;
  const parts = [
    kind === null ? null : say.actionKind(kind),
    unit?.name ?? incident.unit?.name ?? t('action.unit.responsible'),
    owner?.name ?? t('action.owner.none'),
    dueAt === null ? null : t('action.due', { at: say.moment(Date.parse(dueAt)) }),
    closedAt === null
      ? null
      : t('action.closed', { name: closedBy?.name ?? '', at: say.moment(Date.parse(closedAt)) }),
  ];
  return (
    <p className={styles.soft}>
      {parts.filter((part) => part !== null).join(' · ')}
      {isLate && <strong className={styles.late}> {t('action.late')}</strong>}
    </p>
  );
}

/** What shows that it was done. */
function Shown({ action: { evidence } }: { action: Action }) {
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.evidence}>
      {evidence.map(({ id, text, url, file }) => (
        <li key={id}>
          {text}
          {url !== null && (
            <>
              {' '}
              <a href={url} target="_blank" rel="noreferrer">
                {url}
              </a>
            </>
          )}
          {file !== null && (
            <>
              {' '}
              <a href={`/api/v1/attachments/${file.id}`} download>
                {file.name}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Acts({ action, onOpen }: { action: Action; onOpen: (act: ActionAct) => void }) {
  const t = useText();
  if (action.acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {action.acts.map((act) => (
        <Button
          key={act}
          type={act === 'complete-action' && action.mine ? 'primary' : 'default'}
          aria-label={t('act.for', { act: t(`act.${act}`), title: action.title })}
          onClick={() => onOpen(act)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
    </div>
  );
}
