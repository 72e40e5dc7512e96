import { useRef, useState } from 'react';
import { showIncident } from '../../../api/incidents';
import type { IncidentPage } from '../../../api/incident-types';
import { Cancelled, uploadAttachment, type Upload } from '../../../api/upload';

/** What the server takes (libs/incidents/attachments): told before a large file is sent in vain. */
const MOST_BYTES = 20 * 1024 * 1024;

export interface Sending {
  readonly name: string;
  /** 0–1 */
  readonly share: number;
}

interface UploadState {
  /** What is on its way; null when nothing is. */
  readonly sending: Sending | null;
  readonly error: unknown;
  readonly tooLarge: File | null;
  readonly send: (file: File) => void;
  readonly cancel: () => void;
}

/** Sends one file after another to an incident, and says how far each has come. */
export function useUpload(
  incidentId: string,
  onDone: (file: File, page: IncidentPage) => void,
): UploadState {
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState<File | null>(null);
  const upload = useRef<Upload<IncidentPage> | null>(null);

  const send = (file: File) => {
    if (upload.current) return;
    setError(null);
    setTooLarge(file.size > MOST_BYTES ? file : null);
    if (file.size > MOST_BYTES) return;
    const { name } = file;
    setSending({ name, share: 0 });
    const started = uploadAttachment(incidentId, file, (share) => setSending({ name, share }));
    upload.current = started;
    started.done
      .then((page) => {
        showIncident(page);
        onDone(file, page);
      })
      .catch((cause: unknown) => {
        if (!(cause instanceof Cancelled)) setError(cause);
      })
      .finally(() => {
        upload.current = null;
        setSending(null);
      });
  };

  return { sending, error, tooLarge, send, cancel: () => upload.current?.cancel() };
}
