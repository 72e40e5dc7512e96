import Button from 'antd/es/button';
import { useRef } from 'react';
import type { IncidentPage } from '../../../api/incident-types';
import type { ControlProps } from '../../../ui/Field';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { allowedNamed } from '../page/acts';
import { useUpload } from '../page/use-upload';
import { ENDINGS } from './endings';
import { useText } from './text';
import styles from './forms.module.css';

interface FileInputProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly incident: IncidentPage;
  /** A file was sent from here, which made this version of the incident. */
  readonly onSaved?: (version: number) => void;
}

/** One of the files of this incident, or a new one that is sent right here. */
export function FileInput({ control, value, onChange, incident, onSaved }: FileInputProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { sending, error, tooLarge, send } = useUpload(incident.id, (file, page) => {
    onSaved?.(page.version);
    onChange(addedIn(page, incident, file));
  });
  return (
    <>
      <Select
        {...control}
        value={value}
        none={t('field.none')}
        options={incident.attachments.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChange}
      />
      {allowedNamed(incident, 'attach') && (
        <span className={styles.upload}>
          <input
            ref={input}
            type="file"
            accept={ENDINGS}
            hidden
            aria-label={t('field.upload')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) send(file);
            }}
          />
          <Button size="small" loading={sending !== null} onClick={() => input.current?.click()}>
            {sending
              ? t('field.uploading', { percent: Math.floor(sending.share * 100) })
              : t('field.upload')}
          </Button>
        </span>
      )}
      {tooLarge && (
        <p role="alert" className={styles.error}>
          {t('field.uploadTooLarge')}
        </p>
      )}
      <ProblemAlert error={error} />
    </>
  );
}

/** The file that has come; one whose content was there before is that one. */
function addedIn(page: IncidentPage, before: IncidentPage, { size }: File): string {
  const known = new Set(before.attachments.map(({ id }) => id));
  const added = page.attachments.find(({ id }) => !known.has(id));
  return (added ?? page.attachments.findLast(({ bytes }) => bytes === size))?.id ?? '';
}
