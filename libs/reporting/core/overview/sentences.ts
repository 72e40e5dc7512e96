import { NONE } from '../figure.js';
import { joined } from '../narrative/piece.js';
import type { Paragraph, Piece } from '../narrative/piece.js';
import type { NameOf } from '../narrative/situation.js';
import { TIMES } from '../narrative/teller.js';
import type { Teller } from '../narrative/teller.js';

/** The clock by which the public judges an office: how soon it answered. */
export const LEADING_CLOCK = 'first-response';

/** How many categories a sentence names. */
const MOST_NAMED = 3;

/** How things are, in three sentences: how much there was, what of it was kept in time, and what it was about. */
export const overviewSentences = (t: Teller, nameOf: NameOf): Paragraph[] =>
  [volume(t), work(t, nameOf), subjects(t, nameOf)].map(joined);

function volume(t: Teller): Piece[] {
  if (t.value('logged') === 0)
    return [
      t.say('本季度至今未登记舆情事件', 'No incident was logged this quarter so far'),
      ...t.changes('logged'),
      t.say('。', '.'),
    ];
  return [
    t.say('本季度至今登记舆情事件 ', 'This quarter so far '),
    ...t.count('logged'),
    t.say('', t.value('logged') === 1 ? ' was logged' : ' were logged'),
    ...t.changes('logged'),
    t.say('。', '.'),
  ];
}

/** What was closed, what is open, and how often the first answer came in time. */
const work = (t: Teller, nameOf: NameOf): Piece[] => [
  t.say('归档 ', 'Archived: '),
  ...(t.language === 'zh' ? t.count('archived') : [t.number('archived')]),
  t.say('，在办 ', ', open: '),
  ...(t.language === 'zh' ? t.count('open') : [t.number('open')]),
  t.say('；', '; '),
  ...punctuality(t, nameOf('clock', LEADING_CLOCK)),
  t.say('。', '.'),
];

function punctuality(t: Teller, clock: string): Piece[] {
  const decided = `decided.${LEADING_CLOCK}`;
  if (t.value(decided) === 0)
    return [t.say(`没有“${clock}”时限到期`, `no term of “${clock}” fell due`)];
  const rate = t.rate(`onTime.${LEADING_CLOCK}`, `kept.${LEADING_CLOCK}`, decided);
  return [
    t.say(`“${clock}”到期 `, `“${clock}” fell due `),
    ...t.count(decided, TIMES),
    t.say('，按时 ', ', '),
    ...rate,
    t.say('', ' in time'),
  ];
}

/** What people spoke of most. */
function subjects(t: Teller, nameOf: NameOf): Piece[] {
  const all = t.largest('category').filter((category) => category !== NONE);
  if (all.length === 0) return [t.say('没有可以归类的主题。', 'There is no subject to tell of.')];
  return [...mostOf(t, nameOf, foremost(t, all)), ...grave(t)];
}

/** As many as a sentence can name, none of which is level with one that it leaves out; none when too many are level. */
function foremost(t: Teller, all: readonly string[]): readonly string[] {
  const value = (at: number): number => t.value(`category.${all[at] ?? ''}`);
  for (let named = Math.min(MOST_NAMED, all.length); named > 0; named -= 1)
    if (named === all.length || value(named - 1) > value(named)) return all.slice(0, named);
  return [];
}

function mostOf(t: Teller, nameOf: NameOf, named: readonly string[]): Piece[] {
  if (named.length === 0)
    return [
      t.say('各类别数量接近，没有特别集中的主题。', 'No subject stands out from the others.'),
    ];
  return [
    t.say('反映较多的是', 'Most of it was about '),
    ...named.flatMap((category, at): Piece[] => [
      at === 0 ? '' : t.say('、', ', '),
      nameOf('category', category),
      t.say('（', ' ('),
      ...(t.language === 'zh'
        ? t.count(`category.${category}`)
        : [t.number(`category.${category}`)]),
      t.say('）', ')'),
    ]),
    t.say('。', '.'),
  ];
}

/** Serious ones are told when there are any. */
function grave(t: Teller): Piece[] {
  const told = (['I', 'II'] as const).filter((one) => t.value(`severity.${one}`) > 0);
  if (told.length === 0) return [];
  return [
    t.say('其中', ' Of all: '),
    ...told.flatMap((one, at): Piece[] => [
      at === 0 ? '' : t.say('、', ', '),
      t.say(`${ROMAN[one]}级 `, `severity ${one} `),
      ...(t.language === 'zh' ? t.count(`severity.${one}`) : [t.number(`severity.${one}`)]),
    ]),
    t.say('。', '.'),
  ];
}

const ROMAN = { I: 'Ⅰ', II: 'Ⅱ' } as const;
