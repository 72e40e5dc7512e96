import { circled } from '../charts/option.js';
import type { DateAhead, RiskAhead } from './facts.js';
import { joined } from '../narrative/piece.js';
import type { Paragraph } from '../narrative/piece.js';
import type { Teller } from '../narrative/teller.js';

/** So many risks are told; the register has all. */
const MOST = 10;

/** 六 下季度风险研判: days ahead, and what the register of risks says, the greatest first. */
export function tellRisks(
  t: Teller,
  dates: readonly DateAhead[],
  risks: readonly RiskAhead[],
): Paragraph[] {
  if (dates.length + risks.length === 0)
    return [
      [
        t.say(
          '风险点和重要时间节点登记册中没有下期的内容。',
          'The registers hold nothing for the period ahead.',
        ),
      ],
    ];
  return [
    ...(dates.length === 0 ? [] : [daysAhead(t, dates)]),
    ...risksToTell(risks).map((risk, at) => tellRisk(t, risk, circled(at + 1))),
  ].map(joined);
}

function daysAhead(t: Teller, dates: readonly DateAhead[]): Paragraph {
  const told = [...dates]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(
      ({ title, from, to }) =>
        `${title}（${from === to ? from : `${from} ${t.say('至', 'to')} ${to}`}）`,
    )
    .join(t.say('、', ', '));
  return [t.say(`重要时间节点：${told}。`, `Days to watch: ${told}.`)];
}

const weightOf = ({ likelihood, consequence }: RiskAhead): number => likelihood * consequence;

/** The greatest first: their places are their numbers in the matrix. */
export const risksToTell = (risks: readonly RiskAhead[]): RiskAhead[] =>
  [...risks]
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.title < b.title ? -1 : 1))
    .slice(0, MOST);

function tellRisk(
  t: Teller,
  { title, place, likelihood, consequence }: RiskAhead,
  number: string,
): Paragraph {
  const where = place === null ? '' : t.say(`（${place}）`, ` (${place})`);
  const level = t.say(
    `可能性 ${likelihood}，后果 ${consequence}`,
    `likelihood ${likelihood}, consequence ${consequence}`,
  );
  return [`${number} ${title}${where}${t.say('：', ': ')}${level}${t.say('。', '.')}`];
}
