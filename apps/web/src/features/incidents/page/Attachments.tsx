import { useMutation } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useRef } from 'react';
import { call } from '../../../api/client';
import { showIncident } from '../../../api/incidents';
import type { IncidentPage } from '../../../api/incident-types';
import { useSettings } from '../../../settings/settings';
import { Moment } from '../../../ui/Moment';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { announce } from '../../../ui/announce';
import { bytesWords } from '../../engine/amounts';
import { allowedNamed } from './acts';
import { useText } from './text';
import styles from './page.module.css';

const ENDINGS = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.xlsx,.txt,.csv,.md';

/** Files that belong to the incident. The content is checked by the server, not only its name. */
export function Attachments({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const { language } = useSettings();
  const { attachments } = incident;
  return (
    <Section
      title={t('attachments')}
      count={attachments.length}
      acts={allowedNamed(incident, 'attach') && <Add incident={incident} />}
    >
      {attachments.length === 0 && <p className={styles.soft}>{t('attachments.none')}</p>}
      <ul className={styles.plain}>
        {attachments.map(({ id, name, bytes, addedAt }) => (
          <li key={id} className={styles.actionHead}>
            <a href={`/api/v1/attachments/${id}`} download={name}>
              {name}
            </a>
            <span className={styles.soft}>
              {bytesWords(bytes, language)} · <Moment at={addedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Add({ incident }: { incident: IncidentPage }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return call('POST /incidents/:id/attachments', { params: { id: incident.id }, body });
    },
    onSuccess: (page, file) => {
      showIncident(page);
      announce(t('attachments.done', { name: file.name }));
    },
  });
  return (
    <span className={styles.add}>
      <input
        ref={input}
        type="file"
        accept={ENDINGS}
        hidden
        aria-label={t('attachments.add')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) sending.mutate(file);
        }}
      />
      {sending.error && <ProblemAlert error={sending.error} fields={[]} />}
      <Button
        size="small"
        loading={sending.isPending}
        title={t('attachments.hint')}
        onClick={() => input.current?.click()}
      >
        {t('attachments.add')}
      </Button>
    </span>
  );
}
