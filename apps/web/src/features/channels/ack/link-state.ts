import type { AckLink } from '../../../api/acks';
import { kindOfError } from '../../../api/problem';

/** What the page of a link shows. */
export type LinkState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' | 'sending'; readonly link: AckLink }
  | {
      readonly kind: 'done' | 'used' | 'expired' | 'over';
      readonly link: AckLink;
    }
  /** Nothing is known of the link. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' | 'failed'; readonly link: AckLink | null };

export function stateOfLink(link: AckLink): LinkState {
  return { kind: link.state === 'valid' ? 'ready' : link.state, link };
}

/** A link that could not be read or used. What it is about is still told when it is known. */
export function stateOfError(error: unknown, link: AckLink | null): LinkState {
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
