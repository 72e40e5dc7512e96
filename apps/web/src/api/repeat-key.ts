import { useMemo } from 'react';
import { randomId } from '../lib/random-id';
import { Unreachable } from './problem';

/**
 * A call to which no answer came may have been done. The same words are then sent with the same key, so that
 * nothing is done twice; an answer, also a refusal, ends that.
 */
class RepeatKey {
  private unanswered: { readonly text: string; readonly key: string } | null = null;

  async send<T>(words: unknown, call: (idempotencyKey: string) => Promise<T>): Promise<T> {
    const text = JSON.stringify(words);
    const key = this.unanswered?.text === text ? this.unanswered.key : randomId();
    this.unanswered = { text, key };
    try {
      const answer = await call(key);
      this.unanswered = null;
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable)) this.unanswered = null;
      throw error;
    }
  }
}

export function useRepeatKey(): RepeatKey {
  return useMemo(() => new RepeatKey(), []);
}
