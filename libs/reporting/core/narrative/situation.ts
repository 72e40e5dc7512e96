import { NONE } from '../figure.js';
import { joined } from './piece.js';
import type { Paragraph, Piece } from './piece.js';
import type { Teller } from './teller.js';

/** What codes are called. */
export type NameOf = (family: string, member: string) => string;

/** 一 总体态势: how much there was, of what, how grave, where, and what became of it. */
export function tellSituation(t: Teller, nameOf: NameOf): Paragraph[] {
  if (t.value('logged') === 0) return [nothing(t)];
  return [volume(t), kinds(t, nameOf), severities(t, nameOf), themes(t, nameOf), endings(t)]
    .map(joined)
    .filter((paragraph) => paragraph.length > 0);
}

/** A period in which nothing was logged may still have worked off what was there. */
function nothing(t: Teller): Paragraph {
  const none = t.say('本期未登记舆情事件', 'No incident was logged in this period');
  return joined([none, ...t.changes('logged'), t.say('。', '. '), ...endings(t)]);
}

const volume = (t: Teller): Piece[] => [
  t.say('本期共登记舆情事件 ', 'In this period '),
  ...t.count('logged'),
  t.say('', t.value('logged') === 1 ? ' was logged' : ' were logged'),
  ...t.changes('logged'),
  t.say('。', '.'),
];

const kinds = (t: Teller, nameOf: NameOf): Piece[] =>
  parts(t, nameOf, 'kind', t.say('按性质分，', 'By kind: '));

const severities = (t: Teller, nameOf: NameOf): Piece[] =>
  parts(t, nameOf, 'severity', t.say('按等级分，', 'By severity: '));

/** Each member with its count, and its share where there are enough for one. */
function parts(t: Teller, nameOf: NameOf, family: string, lead: string): Piece[] {
  const members = t.largest(family);
  if (members.length === 0) return [];
  const [only] = members;
  if (members.length === 1 && only !== undefined)
    return [lead, t.say(`均为${nameOf(family, only)}。`, `all of them ${nameOf(family, only)}.`)];
  return [
    lead,
    ...members.flatMap((member, index) => [
      index === 0 ? '' : t.say('；', '; '),
      `${nameOf(family, member)} `,
      ...(t.language === 'zh' ? t.count(`${family}.${member}`) : [t.number(`${family}.${member}`)]),
      ...t.shareOf(`${family}.${member}`, 'logged'),
    ]),
    t.say('。', '.'),
  ];
}

/** The category of which there was most; those that are level with it are named beside it. */
function themes(t: Teller, nameOf: NameOf): Piece[] {
  return [
    ...leading(t, nameOf, 'category', t.say('从类别看', 'By category')),
    ...leading(t, nameOf, 'place', t.say('从地区看', 'By place')),
    ...leading(t, nameOf, 'source', t.say('从监测源看', 'By source')),
  ];
}

function leading(t: Teller, nameOf: NameOf, family: string, lead: string): Piece[] {
  const members = t.largest(family).filter((member) => member !== NONE);
  const [first] = members;
  if (first === undefined || members.length === 1) return [];
  const most = t.value(`${family}.${first}`);
  const level = members.filter((member) => t.value(`${family}.${member}`) === most);
  if (level.length === members.length) return [];
  const names = level.map((member) => nameOf(family, member)).join(t.say('、', ' and '));
  const each = level.length === 1 ? '' : t.say('，各', ' with each ');
  return [
    `${lead}${t.say('，', ', ')}${names}${t.say('最多', level.length === 1 ? ' has most' : ' have most')}${each}`,
    level.length === 1 ? t.say('，', ', ') : ' ',
    ...t.count(`${family}.${first}`),
    t.say('。', '. '),
  ];
}

/** What was closed, and what is open; a zero is not told where it says nothing. */
function endings(t: Teller): Piece[] {
  const told = (
    [
      ['archived', t.say('归档 ', 'archived: ')],
      ['dismissed', t.say('排除 ', 'dismissed: ')],
      ['merged', t.say('并案 ', 'merged: ')],
      ['reopened', t.say('重启 ', 'reopened: ')],
    ] as const
  ).filter(([key]) => t.value(key) > 0);
  const closed = told.flatMap(([key, lead], index) => [
    index === 0 ? '' : t.say('，', ', '),
    lead,
    ...(t.language === 'zh' ? t.count(key) : [t.number(key)]),
  ]);
  const open: Piece[] =
    t.value('open') === 0
      ? [t.say('截至统计时点，没有在办事件。', 'Nothing was open as of the moment of counting.')]
      : [
          t.say('截至统计时点，在办 ', 'As of the moment of counting, '),
          ...t.count('open'),
          t.say('。', t.value('open') === 1 ? ' was open.' : ' were open.'),
        ];
  return told.length === 0
    ? open
    : [t.say('本期', 'In the period '), ...closed, t.say('。', '. '), ...open];
}
