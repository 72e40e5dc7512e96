import Button from 'antd/es/button';
import { useTestContact, type MyChannels, type ReachContact } from '../../api/channels';
import { useCommon } from '../../i18n/common';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Section } from '../../ui/Section';
import { TimeAgo } from '../../ui/TimeAgo';
import { useText } from './text';
import { useChannelName } from './use-channel-name';
import styles from './channels.module.css';

export function Contacts({ channels: { contacts, available } }: { channels: MyChannels }) {
  const t = useText();
  return (
    <Section title={t('contacts')} count={contacts.length}>
      {contacts.length === 0 && <p className={styles.soft}>{t('contacts.empty')}</p>}
      <ul className={styles.list}>
        {contacts.map((contact) => (
          <ContactRow
            key={`${contact.channel} ${contact.address}`}
            contact={contact}
            isSetUp={available.includes(contact.channel)}
          />
        ))}
      </ul>
      <p className={styles.hint}>{t('contacts.hint')}</p>
    </Section>
  );
}

function ContactRow({ contact, isSetUp }: { contact: ReachContact; isSetUp: boolean }) {
  const t = useText();
  const nameOf = useChannelName();
  const test = useTestContact();
  const { channel, address } = contact;
  const name = nameOf(channel);
  return (
    <li className={styles.contact}>
      <div className={styles.who}>
        <p>
          <strong>{name}</strong> <span className={styles.address}>{address}</span>
        </p>
        <Health contact={contact} isSetUp={isSetUp} />
        <div role="status">
          {test.isPending && <p className={styles.soft}>{t('test.sending')}</p>}
          {test.data && (
            <p className={test.data.delivery === 'delivered' ? styles.good : styles.bad}>
              {t(`test.${test.data.delivery}`, { reason: test.data.reason ?? t('test.noReason') })}
            </p>
          )}
        </div>
        <ProblemAlert error={test.error} />
      </div>
      {isSetUp && (
        <Button
          aria-label={t('contact.test.for', { channel: name })}
          loading={test.isPending}
          onClick={() => test.mutate(channel)}
        >
          {t('contact.test')}
        </Button>
      )}
    </li>
  );
}

/** What is known of it from what was sent there. */
function Health({ contact, isSetUp }: { contact: ReachContact; isSetUp: boolean }) {
  const t = useText();
  const common = useCommon();
  const { channel, working, lastSuccessAt, lastError } = contact;
  if (channel === 'app' || channel === 'phone') {
    return <p className={styles.soft}>{t(`contact.${channel}`)}</p>;
  }
  if (!isSetUp) return <p className={styles.bad}>{t('contact.off')}</p>;
  if (working === null) return <p className={styles.soft}>{t('contact.unknown')}</p>;
  const last = lastSuccessAt === null ? null : <TimeAgo at={lastSuccessAt} />;
  if (working) {
    return (
      <p className={styles.soft}>
        {t('contact.working')} {last ?? common('ago.now')}
      </p>
    );
  }
  return (
    <p className={styles.bad}>
      {t('contact.failing', { reason: lastError ?? t('test.noReason') })}
      {last && (
        <span className={styles.soft}>
          {' · '}
          {t('contact.failing.since')} {last}
        </span>
      )}
    </p>
  );
}
