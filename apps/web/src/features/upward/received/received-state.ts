import type { ReceivedLink } from '../../../api/received';
import { kindOfError } from '../../../api/problem';

/** What the page of a link shows. */
export type ReceivedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' | 'sending'; readonly link: ReceivedLink }
  | {
      readonly kind: 'done' | 'asked' | 'used' | 'expired' | 'over';
      readonly link: ReceivedLink;
    }
  /** Nothing is known of the link. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' | 'failed'; readonly link: ReceivedLink | null };

export const stateOfLink = (link: ReceivedLink): ReceivedState => ({
  kind: link.state === 'valid' ? 'ready' : link.state,
  link,
});

/** A link that could not be read or used. What it is about is still told when it is known. */
export function stateOfError(error: unknown, link: ReceivedLink | null): ReceivedState {
  switch (kindOfError(error)) {
    case 'unreachable':
      return { kind: 'unreachable', link };
    case 'missing':
      return { kind: 'missing' };
    case 'forbidden':
    case 'stale':
    case 'throttled':
    case 'refused':
    case 'server':
      return { kind: 'failed', link };
  }
}
