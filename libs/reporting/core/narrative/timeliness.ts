import { joined } from './piece.js';
import type { Paragraph, Piece } from './piece.js';
import type { NameOf } from './situation.js';
import { INCIDENTS, TIMES } from './teller.js';
import type { Teller } from './teller.js';

/** Clocks in the order of an incident's life; others follow by their names. */
const ORDER = ['report', 'acknowledge', 'judge', 'first-response', 'dispose', 'archive'];

/** 四 处置时效: of each clock how often it was kept, and how long it took; what nobody answered. */
export function tellTimeliness(t: Teller, nameOf: NameOf): Paragraph[] {
  const clocks = inOrder(t.largest('decided'));
  if (clocks.length === 0)
    return [[t.say('本期没有到期的时限。', 'No term fell due in this period.')]];
  return [...clocks.map((clock) => ofClock(t, nameOf, clock)), closing(t), ladders(t)]
    .map(joined)
    .filter((paragraph) => paragraph.length > 0);
}

export function inOrder(clocks: readonly string[]): string[] {
  const rank = (clock: string): number => {
    const at = ORDER.indexOf(clock);
    return at < 0 ? ORDER.length : at;
  };
  return [...clocks].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function ofClock(t: Teller, nameOf: NameOf, clock: string): Piece[] {
  const [decided, late] = [`decided.${clock}`, `late.${clock}`];
  const median = t.time(`medianMinutes.${clock}`);
  const most = t.time(`ninetiethMinutes.${clock}`);
  return [
    t.say(`${nameOf('clock', clock)}：`, `${nameOf('clock', clock)}: `),
    ...kept(t, clock, t.value(decided), t.value(late)),
    ...(median === null ? [] : [t.say('；用时中位数 ', '; half of them within '), median]),
    // With a single one, the ninetieth of a hundred is the median again. What was met late is counted too, but is no
    // figure; a term that was never met has no time.
    ...(most === null || t.value(`kept.${clock}`) < 2
      ? []
      : [t.say('，九成在 ', ', nine in ten within '), most, t.say('以内', '')]),
    t.say('。', '.'),
  ];
}

function kept(t: Teller, clock: string, decided: number, late: number): Piece[] {
  const all = t.count(`decided.${clock}`, TIMES);
  if (late === 0)
    return [t.say('到期 ', 'due '), ...all, t.say('，全部按时', ', every time met in time')];
  if (late === decided)
    return [t.say('到期 ', 'due '), ...all, t.say('，均未按时', ', never met in time')];
  const rate = t.rate(`onTime.${clock}`, `kept.${clock}`, `decided.${clock}`);
  return [
    ...[t.say('到期 ', 'due '), ...all, t.say('，按时 ', ', met in time ')],
    ...rate,
    ...[t.say('，超时 ', ', missed '), ...t.count(`late.${clock}`, TIMES)],
  ];
}

function closing(t: Teller): Piece[] {
  const median = t.time('medianMinutes.close');
  if (median === null) return [];
  return [
    t.say('从登记到结案，用时中位数 ', 'From logging to closing, half took up to '),
    median,
    t.say('。', '.'),
  ];
}

function ladders(t: Teller): Piece[] {
  if (t.value('escalations.started') === 0) return [];
  const exhausted = t.value('escalations.exhausted');
  return [
    t.say('启动升级 ', 'Ladders began '),
    ...t.count('escalations.started', TIMES),
    ...(exhausted === 0
      ? [t.say('，没有一次走完仍无人签收', ', and none ended with nobody answering')]
      : [
          t.say('，其中 ', ', and ended with nobody answering '),
          ...t.count('escalations.exhausted', TIMES),
          t.say('走完仍无人签收', ''),
        ]),
    t.say('。', '.'),
  ];
}

/** 三 谣言与澄清: how many of what was logged were rumours, what was found of them, and what was answered. */
export function tellRumours(t: Teller, nameOf: NameOf): Paragraph[] {
  if (t.value('kind.rumour') === 0)
    return [[t.say('本期未登记谣言传言。', 'No rumour was logged in this period.')]];
  const found = t.largest('verdict').filter((verdict) => verdict !== 'unverified');
  const paragraphs: Piece[][] = [
    [
      t.say('本期登记谣言传言 ', 'Rumours logged: '),
      ...(t.language === 'zh' ? t.count('kind.rumour') : [t.number('kind.rumour')]),
      ...t.changes('kind.rumour'),
      t.say('。', '.'),
    ],
    found.length === 0
      ? [
          t.say(
            '截至统计时点，均未得出核查结论。',
            'As of the moment of counting, none had a verdict.',
          ),
        ]
      : [
          t.say('全部事件中已有核查结论的：', 'Of all incidents, those with a verdict: '),
          ...found.flatMap((verdict, index) => [
            index === 0 ? '' : t.say('，', ', '),
            `${nameOf('verdict', verdict)} `,
            ...(t.language === 'zh'
              ? t.count(`verdict.${verdict}`)
              : [t.number(`verdict.${verdict}`)]),
          ]),
          t.say('。', '.'),
        ],
    [
      t.say('公开回应 ', 'Answered in the open: '),
      ...(t.language === 'zh' ? t.count('clarified', INCIDENTS) : [t.number('clarified')]),
      ...t.changes('clarified'),
      t.say('。', '.'),
    ],
    t.value('repeated') === 0
      ? []
      : [
          t.say('已澄清的说法再次出现 ', 'Claims answered before that came up again: '),
          ...(t.language === 'zh' ? t.count('repeated', INCIDENTS) : [t.number('repeated')]),
          t.say('。', '.'),
        ],
  ];
  return paragraphs.filter((pieces) => pieces.length > 0).map(joined);
}
