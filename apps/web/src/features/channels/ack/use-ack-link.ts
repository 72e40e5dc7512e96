import { useCallback, useEffect, useState } from 'react';
import { acknowledgeByLink, readAckLink, type AckLink } from '../../../api/acks';
import { useRepeatKey } from '../../../api/repeat-key';
import { ApiProblem } from '../../../api/problem';
import { stateOfError, stateOfLink, type LinkState } from './link-state';

interface AckLinkUse {
  readonly state: LinkState;
  readonly acknowledge: () => void;
  readonly retry: () => void;
}

const read = (token: string): Promise<LinkState> =>
  readAckLink(token).then(stateOfLink, (error: unknown) => stateOfError(error, null));

/** Whoever was faster, or the clock, may have ended the link since it was read: what it is now is then asked. */
async function send(
  token: string,
  link: AckLink,
  acknowledge: () => Promise<unknown>,
): Promise<LinkState> {
  try {
    await acknowledge();
    return { kind: 'done', link };
  } catch (error) {
    const isOver = error instanceof ApiProblem && (error.status === 410 || error.status === 422);
    return isOver ? read(token) : stateOfError(error, link);
  }
}

export function useAckLink(token: string): AckLinkUse {
  const keys = useRepeatKey();
  const [state, setState] = useState<LinkState>({ kind: 'loading' });
  const open = useCallback(() => {
    void read(token).then(setState);
  }, [token]);
  useEffect(open, [open]);

  const link = 'link' in state ? state.link : null;
  const acknowledge = () => {
    if (link === null) return;
    setState({ kind: 'sending', link });
    const call = () => keys.send(token, (key) => acknowledgeByLink(token, key));
    void send(token, link, call).then(setState);
  };
  const retry = () => {
    if (link === null) {
      setState({ kind: 'loading' });
      open();
    } else {
      acknowledge();
    }
  };
  return { state, acknowledge, retry };
}
