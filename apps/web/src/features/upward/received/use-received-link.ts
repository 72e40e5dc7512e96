import { useCallback, useEffect, useState } from 'react';
import { answerReceived, readReceived, type ReceivedLink } from '../../../api/received';
import { useRepeatKey } from '../../../api/repeat-key';
import { ApiProblem } from '../../../api/problem';
import { stateOfError, stateOfLink, type ReceivedState } from './received-state';

interface ReceivedLinkUse {
  readonly state: ReceivedState;
  /** Null: acknowledged; otherwise returned with this question. */
  readonly answer: (question: string | null) => void;
  readonly retry: () => void;
}

const read = (token: string): Promise<ReceivedState> =>
  readReceived(token).then(stateOfLink, (error: unknown) => stateOfError(error, null));

/** The clock, or somebody else, may have ended the link since it was read: what it is now is then asked. */
async function send(
  token: string,
  link: ReceivedLink,
  question: string | null,
  answer: () => Promise<unknown>,
): Promise<ReceivedState> {
  try {
    await answer();
    return { kind: question === null ? 'done' : 'asked', link };
  } catch (error) {
    const isOver = error instanceof ApiProblem && (error.status === 410 || error.status === 422);
    return isOver ? read(token) : stateOfError(error, link);
  }
}

export function useReceivedLink(token: string): ReceivedLinkUse {
  const keys = useRepeatKey();
  const [state, setState] = useState<ReceivedState>({ kind: 'loading' });
  const [last, setLast] = useState<string | null>(null);
  const open = useCallback(() => {
    void read(token).then(setState);
  }, [token]);
  useEffect(open, [open]);

  const link = 'link' in state ? state.link : null;
  const answer = (question: string | null) => {
    if (link === null) return;
    setLast(question);
    setState({ kind: 'sending', link });
    const call = () => keys.send([token, question], (key) => answerReceived(token, question, key));
    void send(token, link, question, call).then(setState);
  };
  const retry = () => {
    if (link === null) {
      setState({ kind: 'loading' });
      open();
    } else {
      answer(last);
    }
  };
  return { state, answer, retry };
}
