import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { LANGUAGE_TAG } from '../settings/language-tag';
import { getSettings } from '../settings/settings';
import { ApiProblem, isProblem, Unreachable } from './problem';

/** Long enough for any browser to have taken the file over. */
const FORGET_AFTER = 60_000;

async function fetchFile(address: string, onShare: (share: number) => void): Promise<Blob> {
  const response = await fetch(address, {
    headers: { 'accept-language': LANGUAGE_TAG[getSettings().language] },
  }).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok || response.body === null) throw await problemOf(response);
  const total = Number(response.headers.get('content-length'));
  const parts: BlobPart[] = [];
  let got = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    got += value.byteLength;
    if (total > 0) onShare(got / total);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

async function problemOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiProblem(body);
  const { status, statusText } = response;
  return new ApiProblem({ type: 'about:blank', title: statusText, status, code: 'unknown' });
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER);
}

/** Fetches a file that the server has to make first, says how far it is, and saves it. `share` is 0–1. */
export function useDownload(address: string, name: string) {
  const [share, setShare] = useState(0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      setShare(0);
      return fetchFile(address, setShare);
    },
    onSuccess: (file) => save(file, name),
  });
  return { start: () => mutate(), isPending, share, error };
}
