import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../../api/problem';
import { useRepeatKey } from '../../api/repeat-key';
import { stateOfError, stateOfLink, type Link, type LinkState } from './link-state';

/** How a link is read, and answered once. One for each kind of link, made outside of any component. */
interface LinkDoor<L extends Link, Answer, Done extends string> {
  readonly read: (token: string) => Promise<L>;
  readonly send: (token: string, answer: Answer, idempotencyKey: string) => Promise<unknown>;
  /** What has become of it when this answer was taken. */
  readonly doneAs: (answer: Answer) => Done;
}

interface LinkUse<L extends Link, Answer, Done extends string> {
  readonly state: LinkState<L, Done>;
  readonly answer: (answer: Answer) => void;
  readonly retry: () => void;
}

/** The page of a link whose holder needs no account: read, then answered with one act. */
export function useLink<L extends Link, Answer, Done extends string>(
  token: string,
  door: LinkDoor<L, Answer, Done>,
): LinkUse<L, Answer, Done> {
  const keys = useRepeatKey();
  const [state, setState] = useState<LinkState<L, Done>>({ kind: 'loading' });
  const [last, setLast] = useState<{ readonly answer: Answer } | null>(null);
  const open = useCallback(() => {
    void read(token, door).then(setState);
  }, [token, door]);
  useEffect(open, [open]);

  const link = 'link' in state ? state.link : null;
  const answer = (given: Answer) => {
    if (link === null) return;
    setLast({ answer: given });
    setState({ kind: 'sending', link });
    const send = () => keys.send([token, given], (key) => door.send(token, given, key));
    void taken(send, { kind: door.doneAs(given), link }, () => read(token, door)).then(setState);
  };
  const retry = () => {
    if (link !== null && last !== null) {
      answer(last.answer);
    } else {
      setState({ kind: 'loading' });
      open();
    }
  };
  return { state, answer, retry };
}

const read = <L extends Link, Answer, Done extends string>(
  token: string,
  door: LinkDoor<L, Answer, Done>,
): Promise<LinkState<L, Done>> =>
  door.read(token).then(stateOfLink<L>, (error: unknown) => stateOfError<L>(error, null));

/** The clock, or somebody else, may have ended the link since it was read: what it is now is then asked. */
async function taken<L extends Link, Done extends string>(
  send: () => Promise<unknown>,
  done: { readonly kind: Done; readonly link: L },
  readAgain: () => Promise<LinkState<L, Done>>,
): Promise<LinkState<L, Done>> {
  try {
    await send();
    return done;
  } catch (error) {
    const isOver = error instanceof ApiProblem && (error.status === 410 || error.status === 422);
    return isOver ? readAgain() : stateOfError(error, done.link);
  }
}
