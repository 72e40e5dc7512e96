import Button from 'antd/es/button';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Incident } from '../../api/types';
import { useDraft } from '../../lib/use-draft';
import { FormActs } from '../../ui/FormActs';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { Arrived } from './Arrived';
import { BLANK } from './entry';
import { OtherWays } from './OtherWays';
import { QuickLogForm } from './QuickLogForm';
import { SavedShots } from './SavedShots';
import type { Shot } from './shots';
import { useText } from './text';
import styles from './quicklog.module.css';

interface QuickLogProps {
  /** A whole page is left by navigating; a dialog only closes, and the draft waits. */
  readonly guard: boolean;
  readonly onLeave?: () => void;
}

export function QuickLog({ guard, onLeave }: QuickLogProps) {
  const draft = useDraft('quick-log', BLANK);
  const [saved, setSaved] = useState<SavedIncident | null>(null);
  if (saved) return <Saved {...saved} onNext={() => setSaved(null)} onLeave={onLeave} />;
  return (
    <>
      <LeaveGuard when={guard && draft.dirty} />
      {guard && <Arrived draft={draft} />}
      <QuickLogForm
        draft={draft}
        onSaved={(incident, shots) => {
          draft.clear();
          setSaved({ incident, shots });
        }}
      />
      {guard && <OtherWays />}
    </>
  );
}

interface SavedIncident {
  readonly incident: Incident;
  readonly shots: readonly Shot[];
}

interface SavedProps extends SavedIncident {
  readonly onNext: () => void;
  readonly onLeave: (() => void) | undefined;
}

function Saved({ incident, shots, onNext, onLeave }: SavedProps) {
  const t = useText();
  return (
    <div>
      <div role="status" className={styles.saved}>
        <p className={styles.number}>{t('saved.title', { number: incident.number })}</p>
        <p>{incident.title}</p>
      </div>
      {shots.length > 0 && <SavedShots incidentId={incident.id} shots={shots} />}
      <FormActs>
        <Button type="primary" size="large" autoFocus onClick={onNext}>
          {t('next')}
        </Button>
        <Link to={`/incidents/${incident.id}`} className={styles.open} onClick={onLeave}>
          {t('saved.open')}
        </Link>
      </FormActs>
    </div>
  );
}
