import Button from 'antd/es/button';
import { useEffect, useRef } from 'react';
import type { Allowed, IncidentPage } from '../../../api/incident-types';
import { Section } from '../../../ui/Section';
import { useSaying } from '../words/use-say';
import { arrangeActs } from './acts';
import { OpenForm } from './OpenForm';
import { useText } from './text';
import { WaitsFor } from './WaitsFor';
import styles from './next.module.css';

interface NextActsProps {
  readonly incident: IncidentPage;
  /** The command whose form is open. */
  readonly open: string | null;
  readonly onOpen: (command: string | null) => void;
}

/** What happens next: what I may do about it, or whom it waits for. */
export function NextActs({ incident, open, onOpen }: NextActsProps) {
  const t = useText();
  const { primary, forward, more, blocked } = arrangeActs(incident);
  const panel = useFocusAfterClosing(open);
  return (
    <Section title={t('next')}>
      <div ref={panel} tabIndex={-1} className={styles.panel}>
        <Proposal incident={incident} />
        {primary === null && <WaitsFor incident={incident} />}
        {open !== null ? (
          <OpenForm key={open} incident={incident} command={open} onClose={() => onOpen(null)} />
        ) : (
          <>
            {primary !== null && <Acts primary={primary} forward={forward} onOpen={onOpen} />}
            <Blocked blocked={blocked} />
            {more.length > 0 && <More acts={more} onOpen={onOpen} />}
          </>
        )}
      </div>
    </Section>
  );
}

/** A form that closes takes the focus with it; the panel it stood in gets it back. */
function useFocusAfterClosing(open: string | null) {
  const panel = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && open === null) panel.current?.focus({ preventScroll: true });
    wasOpen.current = open !== null;
  }, [open]);
  return panel;
}

interface ActsProps {
  readonly primary: Allowed;
  readonly forward: readonly Allowed[];
  readonly onOpen: (command: string) => void;
}

function Acts({ primary, forward, onOpen }: ActsProps) {
  return (
    <div className={styles.acts}>
      <Button type="primary" onClick={() => onOpen(primary.command)}>
        {primary.label}
      </Button>
      {forward.map(({ command, label }) => (
        <Button key={command} onClick={() => onOpen(command)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

/** Something a leader, another person, has to agree to. */
function Proposal({ incident: { proposal } }: { incident: IncidentPage }) {
  const t = useText();
  const say = useSaying();
  if (proposal === null) return null;
  const values = {
    name: proposal.by?.name ?? '',
    grade: say.grade(proposal.severity),
    decision: say.decision(proposal.decision),
  };
  return (
    <p className={styles.proposal}>
      <strong>{t('proposal.title')}</strong> {t(`proposal.${proposal.kind}`, values)}
    </p>
  );
}

/** What would carry it on, and what is missing for that. */
function Blocked({ blocked }: { blocked: readonly Allowed[] }) {
  const t = useText();
  if (blocked.length === 0) return null;
  return (
    <ul className={styles.blocked}>
      {blocked.map(({ command, label, needs }) => (
        <li key={command}>
          <strong>{label}</strong> {t('next.blocked')}
          <ul>
            {needs.map(({ code, message }) => (
              <li key={code}>
                {message}
                {code.endsWith('.actions-open') && (
                  <>
                    {' '}
                    <a href="#plan">{t('fix.actions')}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function More({ acts, onOpen }: { acts: readonly Allowed[]; onOpen: (command: string) => void }) {
  const t = useText();
  return (
    <details className={styles.more}>
      <summary>{t('next.more')}</summary>
      <div className={styles.moreActs}>
        {acts.map(({ command, label }) => (
          <Button key={command} size="small" onClick={() => onOpen(command)}>
            {label}
          </Button>
        ))}
      </div>
    </details>
  );
}
