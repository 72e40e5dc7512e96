import { kindOfError } from '../../api/problem';

/** What the server tells of every link that a message carries. */
export interface Link {
  readonly state: 'valid' | 'used' | 'expired' | 'over';
  readonly expiresAt: string;
}

/** What the page of a link shows while nothing has been done with it here. */
export type KnownState<L extends Link> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' | 'sending'; readonly link: L }
  | { readonly kind: 'used' | 'expired' | 'over'; readonly link: L }
  /** Nothing is known of the link. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' | 'failed'; readonly link: L | null };

/** And what it shows after: each way to answer has a name. */
export type LinkState<L extends Link, Done extends string> =
  KnownState<L> | { readonly kind: Done; readonly link: L };

export function stateOfLink<L extends Link>(link: L): KnownState<L> {
  return { kind: link.state === 'valid' ? 'ready' : link.state, link };
}

/** A link that could not be read or used. What it is about is still told when it is known. */
export function stateOfError<L extends Link>(error: unknown, link: L | null): KnownState<L> {
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
