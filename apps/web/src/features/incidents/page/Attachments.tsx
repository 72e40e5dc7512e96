import Button from 'antd/es/button';
import { useRef, useState, type DragEvent } from 'react';
import type { Attachment, IncidentPage } from '../../../api/incident-types';
import { useSettings } from '../../../settings/settings';
import { Moment } from '../../../ui/Moment';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { UserName } from '../../../ui/UserName';
import { announce } from '../../../ui/announce';
import { bytesWords } from '../../engine/amounts';
import { ENDINGS } from '../forms/endings';
import { allowedNamed } from './acts';
import { useText } from './text';
import { useUpload, type Sending } from './use-upload';
import styles from './attachments.module.css';

/** Files that belong to the incident. The content is checked by the server, not only its name. */
export function Attachments({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const { attachments } = incident;
  return (
    <Section title={t('attachments')} count={attachments.length}>
      {attachments.length === 0 && <p className={styles.soft}>{t('attachments.none')}</p>}
      {attachments.length > 0 && (
        <ul className={styles.files}>
          {attachments.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
      )}
      {allowedNamed(incident, 'attach') && <Add incidentId={incident.id} />}
    </Section>
  );
}

function FileLine({ file: { id, name, bytes, addedBy, addedAt } }: { file: Attachment }) {
  const { language } = useSettings();
  return (
    <li>
      <a href={`/api/v1/attachments/${id}`} download={name}>
        {name}
      </a>
      <span className={styles.soft}>
        {bytesWords(bytes, language)} · <UserName person={addedBy} /> · <Moment at={addedAt} />
      </span>
    </li>
  );
}

/** A button, and a place to drop a file on. */
function Add({ incidentId }: { incidentId: string }) {
  const t = useText();
  const { language } = useSettings();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { sending, error, tooLarge, send, cancel } = useUpload(incidentId, ({ name }) =>
    announce(t('attachments.done', { name })),
  );

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) send(file);
  };

  return (
    <div
      className={styles.add}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <ProblemAlert error={error} />
      {tooLarge && (
        <p role="alert" className={styles.wrong}>
          {t('attachments.tooLarge', {
            name: tooLarge.name,
            size: bytesWords(tooLarge.size, language),
          })}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept={ENDINGS}
        hidden
        aria-label={t('attachments.add')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) send(file);
        }}
      />
      {sending ? (
        <Progress sending={sending} onCancel={cancel} />
      ) : (
        <>
          <Button size="small" onClick={() => input.current?.click()}>
            {t('attachments.add')}
          </Button>
          <p className={styles.hint}>{isOver ? t('attachments.drop') : t('attachments.hint')}</p>
        </>
      )}
    </div>
  );
}

function Progress({ sending, onCancel }: { sending: Sending; onCancel: () => void }) {
  const t = useText();
  const percent = Math.floor(sending.share * 100);
  const label = t('attachments.sending', { name: sending.name, percent });
  return (
    <div className={styles.sending}>
      <label>
        {label}
        <progress max={100} value={percent} />
      </label>
      <Button size="small" onClick={onCancel}>
        {t('attachments.cancel')}
      </Button>
    </div>
  );
}
