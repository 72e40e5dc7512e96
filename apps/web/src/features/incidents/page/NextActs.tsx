import Button from 'antd/es/button';
import type { Allowed, IncidentPage } from '../../../api/incident-types';
import { useCategories } from '../../../api/meta';
import { useUnits } from '../../../api/people';
import { ActBar } from '../../../ui/ActBar';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { CommandForm } from '../forms/CommandForm';
import { prefillOf } from '../forms/prefill';
import { useSaying } from '../words/use-say';
import { allowedNamed, arrangeActs } from './acts';
import { useText } from './text';
import { WaitsFor } from './WaitsFor';
import styles from './page.module.css';

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
  const opened = open === null ? null : allowedNamed(incident, open);
  return (
    <Section title={t('next')}>
      <Proposal incident={incident} />
      {primary === null && <WaitsFor incident={incident} />}
      {opened !== null && opened.needs.length === 0 ? (
        <Form
          key={opened.command}
          incident={incident}
          allowed={opened}
          onClose={() => onOpen(null)}
        />
      ) : (
        <>
          {primary !== null && (
            <ActBar>
              <Button type="primary" onClick={() => onOpen(primary.command)}>
                {primary.label}
              </Button>
              {forward.map(({ command, label }) => (
                <Button key={command} onClick={() => onOpen(command)}>
                  {label}
                </Button>
              ))}
            </ActBar>
          )}
          <Blocked blocked={blocked} />
          {more.length > 0 && <More acts={more} onOpen={onOpen} />}
        </>
      )}
    </Section>
  );
}

function Form({
  incident,
  allowed,
  onClose,
}: {
  incident: IncidentPage;
  allowed: Allowed;
  onClose: () => void;
}) {
  const categories = useCategories();
  const { data: units = [], isPending } = useUnits();
  // A form takes what is known when it opens, so it opens when the usual unit is known.
  if (isPending) return <Skeleton rows={4} />;
  const owner = categories.find(({ code }) => code === incident.category)?.ownerUnit;
  const usualUnitId = units.find(({ code }) => code === owner)?.id ?? null;
  return (
    <CommandForm
      incident={incident}
      allowed={allowed}
      prefill={prefillOf(allowed.command, { incident, usualUnitId })}
      onClose={onClose}
    />
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
              <li key={code}>{message}</li>
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
