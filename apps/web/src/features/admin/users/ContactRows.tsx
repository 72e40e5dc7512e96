import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { CONTACT_CHANNELS, type Contact } from '../../../api/people-types';
import type { ErrorsOf } from '../../../lib/use-form-errors';
import { useSettings } from '../../../settings/settings';
import { Icon } from '../../../ui/Icon';
import { plain } from '../../../ui/plain';
import { Select } from '../../../ui/Select';
import { useText } from '../text';
import { CONTACTS_MAX } from './values';
import styles from './users.module.css';

interface ContactRowsProps {
  readonly contacts: readonly Contact[];
  readonly errorsOf: ErrorsOf;
  readonly onChange: (contacts: readonly Contact[]) => void;
}

/** How to reach somebody, the surest way first. */
export function ContactRows({ contacts, errorsOf, onChange }: ContactRowsProps) {
  const t = useText();
  return (
    <fieldset className={styles.contacts}>
      <legend>{t('user.contacts')}</legend>
      <p className={styles.soft}>
        {t(contacts.length === 0 ? 'user.contacts.none' : 'user.contacts.hint')}
      </p>
      {contacts.map((contact, index) => (
        <ContactRow
          key={index}
          number={index + 1}
          contact={contact}
          errors={errorsOf(`contacts.${String(index)}.address`)}
          onChange={(next) => onChange(contacts.with(index, next))}
          onRemove={() => onChange(contacts.toSpliced(index, 1))}
        />
      ))}
      {contacts.length < CONTACTS_MAX && (
        <Button onClick={() => onChange([...contacts, { channel: 'phone', address: '' }])}>
          {t('user.contact.add')}
        </Button>
      )}
    </fieldset>
  );
}

interface ContactRowProps {
  readonly number: number;
  readonly contact: Contact;
  readonly errors: ReturnType<ErrorsOf>;
  readonly onChange: (contact: Contact) => void;
  readonly onRemove: () => void;
}

function ContactRow({ number, contact, errors, onChange, onRemove }: ContactRowProps) {
  const t = useText();
  const { language } = useSettings();
  const errorId = `contact-${String(number)}-error`;
  return (
    <div className={styles.contact}>
      <Select
        aria-label={t('user.contact.channel', { number })}
        value={contact.channel}
        options={CONTACT_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => onChange({ ...contact, channel: channel || 'app' })}
      />
      <Input
        aria-label={t('user.contact.address', { number })}
        aria-invalid={errors.length > 0}
        aria-describedby={errors.length > 0 ? errorId : undefined}
        status={errors.length > 0 ? 'error' : ''}
        disabled={contact.channel === 'app'}
        placeholder={contact.channel === 'app' ? t('user.contact.app') : ''}
        inputMode={contact.channel === 'phone' || contact.channel === 'sms' ? 'tel' : 'text'}
        autoComplete="off"
        maxLength={200}
        value={contact.channel === 'app' ? '' : contact.address}
        onChange={({ target }) => onChange({ ...contact, address: target.value })}
      />
      <button
        type="button"
        className={styles.remove}
        aria-label={t('user.contact.remove', { number })}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
      {errors.length > 0 && (
        <p id={errorId} className={styles.error}>
          {errors.map((message) => plain(message, language)).join('; ')}
        </p>
      )}
    </div>
  );
}
