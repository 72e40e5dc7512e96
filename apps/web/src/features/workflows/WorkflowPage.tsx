import { useParams } from 'react-router';
import { useMe } from '../../api/session';
import { useWorkflow, type Workflow } from '../../api/workflows';
import { useSay } from '../../i18n/words';
import { useSettings } from '../../settings/settings';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { CheckForm } from './CheckForm';
import { Picture } from './Picture';
import { useText } from './text';
import styles from './workflows.module.css';

export function Component() {
  const { name = '' } = useParams();
  const t = useText();
  const say = useSay();
  const { language } = useSettings();
  const me = useMe();
  const { data, error, refetch } = useWorkflow(name, language);
  return (
    <Page
      key={name}
      title={data ? say(data.title) : t('title')}
      beside={
        data && <span className={styles.soft}>{t('version', { version: data.version })}</span>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <Section title={t('picture')}>
            <Picture source={data.mermaid} title={say(data.title)} />
          </Section>
          <Tables workflow={data} />
          {me.permissions.includes('workflow.check') && <CheckForm definition={data.definition} />}
        </>
      )}
    </Page>
  );
}

/** The picture in words: complete, and readable without seeing it. */
function Tables({ workflow: { states, commands, initial, clocks } }: { workflow: Workflow }) {
  const t = useText();
  const say = useSay();
  const labelOf = (name: string): string => {
    const state = states.find((one) => one.name === name);
    return state ? say(state.label) : name;
  };
  return (
    <>
      <Section title={t('commands')} count={commands.length}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('commands.name')}</th>
              <th scope="col">{t('commands.from')}</th>
            </tr>
          </thead>
          <tbody>
            {commands.map(({ name, label, from }) => (
              <tr key={name}>
                <th scope="row">{say(label)}</th>
                <td>{from.map(labelOf).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('states')} count={states.length}>
        <ul className={styles.words}>
          {states.map(({ name, label, final }) => (
            <li key={name}>
              {say(label)}
              {name === initial && <span className={styles.soft}> {t('states.initial')}</span>}
              {final && <span className={styles.soft}> {t('states.final')}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('clocks')} count={clocks.length}>
        <p className={styles.soft}>{clocks.join(' · ')}</p>
      </Section>
    </>
  );
}
