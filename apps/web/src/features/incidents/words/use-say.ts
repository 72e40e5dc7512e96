import { useMemo } from 'react';
import { KINDS, SEVERITIES, VERDICTS, type Deadline } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { say } from '../../../i18n/words';
import { useSettings } from '../../../settings/settings';
import { serverNow } from '../../../time/server-clock';
import { shortTime } from '../../../time/zone';
import { zh } from './locales';
import { useWords } from './text';

export interface Say {
  readonly grade: (code: unknown) => string;
  readonly verdict: (code: unknown) => string;
  readonly kind: (code: unknown) => string;
  readonly decision: (code: string | null) => string;
  readonly actionKind: (code: string) => string;
  readonly upward: (code: unknown) => string;
  readonly press: (code: unknown) => string;
  /** How somebody was asked whether they are content. */
  readonly asked: (code: unknown) => string;
  /** How often a supervised unit reports. */
  readonly every: (code: unknown) => string;
  readonly clock: (name: unknown) => string;
  /** A point in time, as short as it can be told today. */
  readonly moment: (at: number) => string;
}

type WordKey = keyof typeof zh;
const isWordKey = (key: string): key is WordKey => key in zh;
const textOf = (code: unknown): string => (typeof code === 'string' ? code : '');

const NONE: readonly Deadline[] = [];

/**
 * The words for the codes of the domain. A code that this client does not know stands for itself. What a clock is
 * called is configuration, told with each deadline.
 */
export function useSaying(deadlines: readonly Deadline[] = NONE): Say {
  const words = useWords();
  const common = useCommon();
  const { language } = useSettings();
  return useMemo(() => {
    const word = (group: string, code: unknown) => {
      const key = `${group}.${textOf(code)}`;
      return isWordKey(key) ? words(key) : textOf(code);
    };
    return {
      grade: (code) => word('grade', SEVERITIES.find((known) => known === code) ?? 'unrated'),
      verdict: (code) => {
        const known = VERDICTS.find((verdict) => verdict === code);
        return known ? common(`verdict.${known}`) : textOf(code);
      },
      kind: (code) => {
        const known = KINDS.find((kind) => kind === code);
        return known ? common(`kind.${known}`) : textOf(code);
      },
      decision: (code) => word('decision', code),
      actionKind: (code) => word('actionKind', code),
      upward: (code) => word('upward', code),
      press: (code) => word('press', code),
      asked: (code) => word('asked', code),
      every: (code) => word('every', code),
      clock: (name) => {
        const deadline = deadlines.find(({ clock }) => clock === name);
        return deadline ? say(deadline.title, language) : textOf(name);
      },
      moment: (at) => shortTime(at, language, serverNow()),
    };
  }, [words, common, deadlines, language]);
}
