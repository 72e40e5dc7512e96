import Button from 'antd/es/button';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  INSTRUCTION_COMMANDS,
  useInstruction,
  type Instruction,
  type InstructionCommand,
} from '../../api/instructions';
import { usePhone } from '../../theme/use-media';
import { ActBar } from '../../ui/ActBar';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { ErrorState } from '../../ui/ErrorState';
import { Moment } from '../../ui/Moment';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { ActDialog } from './ActDialog';
import { Entries } from './Entries';
import { useText } from './text';
import styles from './instructions.module.css';

/** One instruction: what is to be done, how long there is, and what became of it. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data, error, refetch } = useInstruction(id);
  if (data) return <Whole key={data.id} instruction={data} />;
  return (
    <Page title={t('title')} narrow>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} />}
    </Page>
  );
}

function Whole({ instruction }: { instruction: Instruction }) {
  const t = useText();
  const isPhone = usePhone();
  const { text, state, givenBy, createdAt, unit, deadlines, result } = instruction;
  const acts = <Acts instruction={instruction} />;
  return (
    <Page
      title={t('title')}
      beside={<Tag tone={state === 'done' ? 'live' : 'plain'}>{t(`state.${state}`)}</Tag>}
      lead={
        <>
          {t('row.by', { name: givenBy.name })} · <Moment at={createdAt} /> ·{' '}
          {t('row.to', { unit: unit.name })}
        </>
      }
      acts={!isPhone && acts}
      narrow
    >
      <p className={styles.text}>{text}</p>
      <div className={styles.about}>
        {deadlines.map((deadline) => (
          <DeadlineChip key={deadline.id} deadline={deadline} />
        ))}
        <About instruction={instruction} />
      </div>
      {result !== null && (
        <Section title={t('result')}>
          <p className={styles.result}>{result}</p>
        </Section>
      )}
      <Section title={t('timeline')}>
        <Entries entries={instruction.timeline} />
      </Section>
      {isPhone && <ActBar>{acts}</ActBar>}
    </Page>
  );
}

/** Where it was written, and the incident that it is about. */
function About({ instruction: { report, sectionKey, incident } }: { instruction: Instruction }) {
  const t = useText();
  const place = sectionKey === null ? '' : `#section-${sectionKey}`;
  if (report === null && incident === null) return null;
  return (
    <span>
      {t('about')} {report && <Link to={`/reports/${report.id}${place}`}>{report.title}</Link>}
      {report && incident && ' · '}
      {incident && (
        <Link to={`/incidents/${incident.id}`}>
          {incident.number} {incident.title}
        </Link>
      )}
    </span>
  );
}

const MAIN: ReadonlySet<InstructionCommand> = new Set(['complete', 'accept']);

function Acts({ instruction }: { instruction: Instruction }) {
  const t = useText();
  const [asked, setAsked] = useState<InstructionCommand | null>(null);
  const offered = INSTRUCTION_COMMANDS.filter((known) =>
    instruction.allowed.some(({ command }) => command === known),
  );
  return (
    <>
      {offered.map((command) => (
        <Button
          key={command}
          type={MAIN.has(command) ? 'primary' : 'default'}
          aria-haspopup="dialog"
          onClick={() => setAsked(command)}
        >
          {t(command)}
        </Button>
      ))}
      {asked !== null && (
        <ActDialog instruction={instruction} command={asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
