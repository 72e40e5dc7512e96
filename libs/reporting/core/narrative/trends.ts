import { joined } from './piece.js';
import type { Paragraph } from './piece.js';
import type { NameOf } from './situation.js';
import type { Teller } from './teller.js';

/** So many themes and places are told; the rest is in the figures. */
const MOST = 5;

/** 走势与变化: the themes and the places whose number changed most against the period before. */
export function tellTrends(t: Teller, nameOf: NameOf): Paragraph[] {
  if (t.past('logged', 'previous') === null)
    return [
      [
        t.say(
          '上一期没有数据，不作比较。',
          'The period before has no numbers; nothing is compared.',
        ),
      ],
    ];
  const told = (['category', 'place'] as const).flatMap((family) => ofFamily(t, nameOf, family));
  return told.length > 0
    ? told
    : [[t.say('各类别、各地区与上一期持平。', 'No theme and no place has changed.')]];
}

function ofFamily(t: Teller, nameOf: NameOf, family: 'category' | 'place'): Paragraph[] {
  const changeOf = (key: string): number => t.value(key) - (t.past(key, 'previous') ?? 0);
  return t
    .members(family)
    .map((member) => ({ member, key: `${family}.${member}` }))
    .filter(({ key }) => changeOf(key) !== 0)
    .sort(
      (a, b) => Math.abs(changeOf(b.key)) - Math.abs(changeOf(a.key)) || (a.key < b.key ? -1 : 1),
    )
    .slice(0, MOST)
    .map(({ member, key }) =>
      joined([
        t.say(`${nameOf(family, member)} `, `${nameOf(family, member)}: `),
        ...t.count(key),
        ...t.changes(key),
        t.say('。', '.'),
      ]),
    );
}
