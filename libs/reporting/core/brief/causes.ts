import { CROSS, NONE } from '../figure.js';
import { joined } from '../narrative/piece.js';
import type { Paragraph, Piece } from '../narrative/piece.js';
import type { NameOf } from '../narrative/situation.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefTable } from './table.js';

/** So many themes and places are told apart; the rest is in the figures. */
const MOST = 8;
/** Where a theme comes up again and again at one place, a cause is likely there. */
const AGAIN = 3;

/** 五 成因与问题: what comes up where, and what comes up there again and again. */
export function tellCauses(t: Teller, nameOf: NameOf): Paragraph[] {
  const cells = cellsOf(t).filter(({ place }) => place !== NONE);
  const often = cells.filter(({ key }) => t.value(key) >= AGAIN).slice(0, MOST);
  if (often.length === 0)
    return [
      [
        t.say(
          '本期没有同一地区反复出现的同类问题。',
          'No theme came up again and again at one place in this period.',
        ),
      ],
    ];
  return often.map(({ key, category, place }) =>
    joined([
      t.say(
        `${nameOf('place', place)}的${nameOf('category', category)}问题出现 `,
        `${nameOf('category', category)} at ${nameOf('place', place)} came up `,
      ),
      ...t.count(key, { zh: '件', one: 'time', many: 'times' }),
      t.say('，需查明原因。', '; the cause has to be found.'),
    ]),
  );
}

interface Cell {
  readonly key: string;
  readonly category: string;
  readonly place: string;
}

/** The fullest first. */
const cellsOf = (t: Teller): Cell[] =>
  t.largest('categoryPlace').map((member) => {
    const [category = '', place = ''] = member.split(CROSS);
    return { key: `categoryPlace.${member}`, category, place };
  });

export const themesToldApart = (t: Teller): string[] => t.largest('category').slice(0, MOST);
export const placesToldApart = (t: Teller): string[] => t.largest('place').slice(0, MOST);

/** 主题 × 地区: the themes and the places of which there is most, in that order. */
export function causesTable(t: Teller, nameOf: NameOf): BriefTable {
  const [categories, places] = [themesToldApart(t), placesToldApart(t)];
  return {
    caption: t.say('主题和地区', 'Themes and places'),
    heads: [t.say('主题', 'Theme'), ...places.map((place) => nameOf('place', place))],
    rows: categories.map((category): Piece[] => [
      nameOf('category', category),
      ...places.map((place) => t.number(`categoryPlace.${category}${CROSS}${place}`)),
    ]),
  };
}
