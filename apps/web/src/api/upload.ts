import { LANGUAGE_TAG } from '../settings/language-tag';
import { getSettings } from '../settings/settings';
import { randomId } from '../lib/random-id';
import type { IncidentPage } from './incident-types';
import { ApiProblem, isProblem, Unreachable } from './problem';

export interface Upload<T> {
  readonly done: Promise<T>;
  readonly cancel: () => void;
}

/** Nobody answered, or nobody wanted the answer any more. */
export class Cancelled extends Error {}

/** Hears the share that was sent, 0–1. */
export type OnShare = (share: number) => void;

/** Adds a file to an incident. */
export function uploadAttachment(
  incidentId: string,
  file: File,
  onShare: OnShare,
): Upload<IncidentPage> {
  const body = new FormData();
  body.append('file', file);
  return sendForm(`/incidents/${encodeURIComponent(incidentId)}/attachments`, body, onShare);
}

/** Sends a form with a file. `fetch` does not tell how much has gone out, so this is the one call that is made by hand. */
export function sendForm<T>(path: string, body: FormData, onShare: OnShare): Upload<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve(JSON.parse(request.responseText) as T);
      else reject(problemOf(request));
    };
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new Cancelled());
  });
  request.open('POST', `/api/v1${path}`);
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('accept-language', LANGUAGE_TAG[getSettings().language]);
  request.setRequestHeader('idempotency-key', randomId());
  request.send(body);
  return { done, cancel: () => request.abort() };
}

function problemOf({ status, statusText, responseText }: XMLHttpRequest): Error {
  if (status === 502 || status === 504) return new Unreachable();
  const body = parsed(responseText);
  if (isProblem(body)) return new ApiProblem(body);
  return new ApiProblem({ type: 'about:blank', title: statusText, status, code: 'unknown' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
