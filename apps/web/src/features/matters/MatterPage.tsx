import Button from 'antd/es/button';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMatter, useMatterAct, type Matter } from '../../api/matters';
import { useCategories } from '../../api/meta';
import { useSay } from '../../i18n/words';
import { useWhen } from '../../time/use-when';
import { usePhone } from '../../theme/use-media';
import { ActBar } from '../../ui/ActBar';
import { announce } from '../../ui/announce';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { ActDialog, type AskedAct } from './ActDialog';
import { Answers } from './Answers';
import { LinkActs } from './LinkActs';
import { MatterForm } from './MatterForm';
import { Tag } from '../../ui/Tag';
import { useText } from './text';
import styles from './matters.module.css';
import rows from '../../ui/rows.module.css';

/** One matter: what will happen, what will be answered, what came of it. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data: matter, error, refetch } = useMatter(id);
  if (matter) return <Whole key={matter.id} matter={matter} />;
  return (
    <Page title={t('title')} narrow>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
    </Page>
  );
}

function Whole({ matter }: { matter: Matter }) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const isPhone = usePhone();
  const acts = <Acts matter={matter} isPhone={isPhone} onEdit={() => setEditing(true)} />;
  const { state, question, deadlines, incidents } = matter;
  return (
    <Page
      title={matter.title}
      beside={<Tag tone={state === 'reported' ? 'live' : 'plain'}>{t(`state.${state}`)}</Tag>}
      lead={t(`lead.${state}`, { reason: matter.reason ?? '' })}
      acts={!isPhone && !isEditing && acts}
      narrow
    >
      {deadlines.length > 0 && (
        <div className={styles.deadlines}>
          {deadlines.map((deadline) => (
            <DeadlineChip key={deadline.id} deadline={deadline} />
          ))}
        </div>
      )}
      {question !== null && (
        <div className={styles.question}>
          <p className={styles.strong}>{t('question')}</p>
          {question}
        </div>
      )}
      {isEditing ? (
        <MatterForm matter={matter} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Facts matter={matter} />
          <Section title={t('what')}>
            <p className={styles.written}>{matter.what}</p>
          </Section>
          <Section title={t('questions')} count={matter.questions.length}>
            <Answers questions={matter.questions} />
          </Section>
          <Section title={t('incidents')} count={incidents.length}>
            {incidents.length === 0 && <p className={styles.soft}>{t('incidents.none')}</p>}
            <ul className={rows.rows}>
              {incidents.map(({ incident, ...link }) => (
                <li key={incident.id} className={styles.linked}>
                  <Link to={`/incidents/${incident.id}`} className={rows.name}>
                    {incident.number} {incident.title}
                  </Link>
                  <LinkActs
                    {...link}
                    matterId={matter.id}
                    incidentId={incident.id}
                    title={incident.title}
                  />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
      {isPhone && !isEditing && acts}
    </Page>
  );
}

function Facts({ matter }: { matter: Matter }) {
  const t = useText();
  const say = useSay();
  const when = useWhen();
  const category = useCategories().find(({ code }) => code === matter.category);
  const facts = [
    [t('when'), when.span(matter.startsAt, matter.endsAt)],
    [t('place'), matter.place],
    [t('kind'), t(`kind.${matter.kind}`)],
    ...(category === undefined ? [] : [[t('category'), say(category)] as const]),
    [t('unit'), matter.unit.name],
    [t('contact'), matter.contactUnit.name],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ActsProps {
  readonly matter: Matter;
  readonly isPhone: boolean;
  readonly onEdit: () => void;
}

/** The act that is waited for comes first, and is done at once; the others ask, or open a form. */
const AT_ONCE = ['report', 'receive'] as const;
const ASKED = ['return', 'cancel'] as const;

function Acts({ matter, isPhone, onEdit }: ActsProps) {
  const t = useText();
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const { mutate, error, isPending, variables } = useMatterAct(matter, () => {
    if (variables?.act !== undefined) announce(t(`done.${variables.act}`));
  });
  const main = AT_ONCE.filter((act) => matter.allowed.includes(act)).map((act) => (
    <Button key={act} type="primary" loading={isPending} onClick={() => mutate({ act })}>
      {t(`act.${act}`)}
    </Button>
  ));
  const others = (
    <>
      {matter.allowed.includes('edit') && <Button onClick={onEdit}>{t('act.edit')}</Button>}
      {ASKED.filter((act) => matter.allowed.includes(act)).map((act) => (
        <Button key={act} aria-haspopup="dialog" onClick={() => setAsked(act)}>
          {t(`act.${act}`)}
        </Button>
      ))}
    </>
  );
  return (
    <>
      <ProblemAlert error={error} />
      {isPhone ? (
        <>
          <div className={styles.acts}>{others}</div>
          {main.length > 0 && <ActBar>{main}</ActBar>}
        </>
      ) : (
        <>
          {main}
          {others}
        </>
      )}
      {asked !== null && <ActDialog matter={matter} act={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
