import { useChannelHealth, type ChannelHealth } from '../../api/channels';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { TimeAgo } from '../../ui/TimeAgo';
import { useChannelName } from '../channels/use-channel-name';
import { useText } from './text';
import styles from './channels.module.css';

/** Does what is sent arrive? Each way out of the house, with what last happened on it. */
export function ChannelTable() {
  const t = useText();
  const { data, error } = useChannelHealth();
  return (
    <div className={styles.part}>
      <Section title={t('channels')}>
        {!data && !error && <Skeleton rows={3} />}
        {!data && error && <p className={styles.soft}>{t('channels.unknown')}</p>}
        {data && (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('channels.name')}</th>
                  <th scope="col">{t('channels.success')}</th>
                  <th scope="col">{t('channels.failure')}</th>
                  <th scope="col">{t('channels.queued')}</th>
                  <th scope="col">{t('channels.failed')}</th>
                  <th scope="col">{t('channels.inDoubt')}</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((channel) => (
                  <Row key={channel.channel} channel={channel} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
    </div>
  );
}

function Row({ channel }: { channel: ChannelHealth }) {
  const t = useText();
  const nameOf = useChannelName();
  const { configured, lastSuccessAt, lastFailureAt, lastError } = channel;
  if (!configured) {
    return (
      <tr className={styles.soft}>
        <th scope="row">{nameOf(channel.channel)}</th>
        <td colSpan={5}>{t('channels.off')}</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{nameOf(channel.channel)}</th>
      <td data-name={t('channels.success')}>
        {lastSuccessAt === null ? t('channels.never') : <TimeAgo at={lastSuccessAt} />}
      </td>
      <td data-name={t('channels.failure')} className={isFailing(channel) ? styles.bad : undefined}>
        <span>
          {lastFailureAt === null ? t('channels.never') : <TimeAgo at={lastFailureAt} />}
          {lastError !== null && <span className={styles.error}>{lastError}</span>}
        </span>
      </td>
      <Count name={t('channels.queued')} value={channel.queued} />
      <Count name={t('channels.failed')} value={channel.failed24h} isBad={channel.failed24h > 0} />
      <Count
        name={t('channels.inDoubt')}
        value={channel.inDoubt24h}
        isBad={channel.inDoubt24h > 0}
      />
    </tr>
  );
}

interface CountProps {
  /** Stands before the figure on phones, where the table has no head. */
  readonly name: string;
  readonly value: number;
  readonly isBad?: boolean;
}

function Count({ name, value, isBad = false }: CountProps) {
  return (
    <td data-name={name} className={isBad ? styles.bad : undefined}>
      {value}
    </td>
  );
}

/** The last thing that happened on it was a failure. */
function isFailing({ lastSuccessAt, lastFailureAt }: ChannelHealth): boolean {
  if (lastFailureAt === null) return false;
  return lastSuccessAt === null || Date.parse(lastFailureAt) > Date.parse(lastSuccessAt);
}
