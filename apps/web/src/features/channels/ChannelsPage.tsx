import { Link } from 'react-router';
import { useMyChannels, type MyChannels } from '../../api/channels';
import { ErrorState } from '../../ui/ErrorState';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Contacts } from './Contacts';
import { PreferencesForm } from './PreferencesForm';
import { reachTrouble } from './preferences';
import { useText } from './text';
import { ThisDevice } from './ThisDevice';
import styles from './channels.module.css';

/** Will it reach me? And by what, in which order. */
export function Component() {
  const t = useText();
  const { data, error, refetch } = useMyChannels();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={<Link to="/settings">{t('settings')}</Link>}
      narrow
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <Trouble channels={data} />
          <Contacts channels={data} />
          <ThisDevice />
          <PreferencesForm channels={data} />
        </>
      )}
    </Page>
  );
}

function Trouble({ channels }: { channels: MyChannels }) {
  const t = useText();
  const trouble = reachTrouble(channels);
  if (trouble === null) return null;
  return (
    <div role="alert" className={styles.trouble}>
      <Icon name="warning" />
      <div>
        <p className={styles.strong}>{t('warn.title')}</p>
        <p>{t(`warn.${trouble}`)}</p>
      </div>
    </div>
  );
}
