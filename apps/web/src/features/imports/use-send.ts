import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { sendImport, type ImportOrder } from '../../api/imports';
import { Cancelled, type Upload } from '../../api/upload';
import { isUnchanged, keepFile } from './kept-file';

interface Sending {
  /** 0–1; null when nothing is on its way. */
  readonly share: number | null;
  readonly error: unknown;
  readonly isChanged: boolean;
  readonly send: (order: ImportOrder) => void;
  readonly cancel: () => void;
}

/** Sends a file, and then goes to the page on which its reading can be followed. */
export function useSend(): Sending {
  const navigate = useNavigate();
  const upload = useRef<Upload<unknown> | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isChanged, setChanged] = useState(false);

  const run = async (order: ImportOrder): Promise<void> => {
    setError(null);
    const isThere = await isUnchanged(order.file);
    setChanged(!isThere);
    if (!isThere) return;
    setShare(0);
    const started = sendImport(order, setShare);
    upload.current = started;
    try {
      const { id } = await started.done;
      keepFile(id, order);
      await navigate(`/inbox/import/${id}`);
    } catch (cause) {
      if (!(cause instanceof Cancelled)) setError(cause);
    } finally {
      upload.current = null;
      setShare(null);
    }
  };

  return {
    ...{ share, error, isChanged },
    send: (order) => {
      if (share === null) void run(order);
    },
    cancel: () => upload.current?.cancel(),
  };
}
