import Button from 'antd/es/button';
import { useState } from 'react';
import type { Allowed, IncidentPage } from '../../../api/incident-types';
import { useJudgementAids, useJudgements } from '../../../api/judgements';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { CommandForm } from '../forms/CommandForm';
import { possibleNow } from '../page/acts';
import { JudgementLine } from './Judgements';
import { SeenRecord } from './SeenRecord';
import { useText } from './text';
import styles from './judge.module.css';

interface WorkProps {
  readonly incident: IncidentPage;
  readonly onDone: () => void;
}

/** What there is to do here: judge, or answer a proposal. What was open stays open until it is done. */
export function Work({ incident, onDone }: WorkProps) {
  const t = useText();
  const { proposal } = incident;
  const [first] = useState(proposal);
  const [isAgain, setAgain] = useState(false);
  const judge = useOpened(incident, 'judge');
  if (judge !== null && (first === null || isAgain)) {
    return <JudgeForm incident={incident} allowed={judge} onDone={onDone} />;
  }
  return (
    <>
      {proposal !== null && <Proposed incident={incident} onDone={onDone} />}
      {proposal === null && <p className={styles.soft}>{t('desk.nothing')}</p>}
      {judge !== null && <Button onClick={() => setAgain(true)}>{t('desk.again')}</Button>}
    </>
  );
}

/** An act that was possible when the page was opened: its form stays, and says when it is not possible any more. */
function useOpened(incident: IncidentPage, command: string): Allowed | null {
  const now = possibleNow(incident, command);
  const [opened] = useState(now);
  return now ?? opened;
}

interface FormProps extends WorkProps {
  readonly allowed: Allowed;
}

/** The form takes what is known when it opens, so it opens when the usual unit is known. */
function JudgeForm({ incident, allowed, onDone }: FormProps) {
  const { data: aids, isPending } = useJudgementAids(incident.id);
  if (isPending) return <Skeleton rows={8} />;
  const unitId = incident.unit?.id ?? aids?.responsible?.unitId ?? '';
  return (
    <CommandForm
      incident={incident}
      allowed={allowed}
      isGone={possibleNow(incident, 'judge') === null}
      prefill={{ unitId }}
      onClose={onDone}
    />
  );
}

/** What waits for a leader, on what it was judged, and the two answers. */
function Proposed({ incident, onDone }: WorkProps) {
  const t = useText();
  const isJudgement = incident.proposal?.kind === 'judgement';
  const unit = incident.proposal?.unit;
  const { data } = useJudgements(incident.id, isJudgement);
  const judgement = data?.items.find(({ standing }) => standing === 'proposed');
  return (
    <Section title={t(isJudgement ? 'desk.waits' : 'desk.waits.regrade')}>
      {judgement && (
        <>
          <JudgementLine judgement={judgement} />
          {unit && <p>{t('desk.unit', { name: unit.name })}</p>}
          <SeenRecord judgement={judgement} />
        </>
      )}
      <Answer incident={incident} onDone={onDone} />
    </Section>
  );
}

function Answer({ incident, onDone }: WorkProps) {
  const t = useText();
  const [declines, setDeclines] = useState(false);
  const concur = useOpened(incident, 'concur');
  const decline = useOpened(incident, 'decline-proposal');
  const chosen = declines || concur === null ? decline : concur;
  if (chosen === null) return null;
  return (
    <>
      <CommandForm
        key={chosen.command}
        incident={incident}
        allowed={chosen}
        isGone={possibleNow(incident, chosen.command) === null}
        onClose={onDone}
      />
      {concur !== null && decline !== null && (
        <p className={styles.other}>
          <Button type="text" onClick={() => setDeclines(!declines)}>
            {t(declines ? 'desk.concur' : 'desk.decline')}
          </Button>
        </p>
      )}
    </>
  );
}
