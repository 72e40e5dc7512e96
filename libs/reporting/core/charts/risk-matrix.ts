import type { RiskAhead } from '../brief/facts.js';
import type { Teller } from '../narrative/teller.js';
import type { BriefChart, Json } from './chart.js';
import { LABEL, circled, withCommon } from './option.js';
import { NO_DECAL, RISK_SHADES } from './palette.js';

const DEGREES = [1, 2, 3, 4, 5] as const;

/** Likelihood against consequence, five by five: each risk stands in its cell by its number in the list. */
export function riskChart(t: Teller, risks: readonly RiskAhead[]): BriefChart {
  const told = risks.map(
    ({ title, likelihood, consequence }, at) =>
      `${circled(at + 1)} ${title}${t.say('：可能性 ', ': likelihood ')}${String(likelihood)}${t.say('，后果 ', ', consequence ')}${String(consequence)}`,
  );
  const alt = t.say(
    `风险矩阵：横向为后果，纵向为可能性，各为 1 至 5。${told.join('；')}。`,
    `Risk matrix: consequence across and likelihood upwards, each from 1 to 5. ${told.join('; ')}.`,
  );
  const cells = DEGREES.flatMap((likelihood) =>
    DEGREES.map((consequence) => cellOf(risks, likelihood, consequence)),
  );
  return {
    ...{ key: 'risks', alt, height: 310, title: t.say('风险矩阵', 'Risk matrix') },
    option: withCommon(alt, {
      grid: { left: 40, right: 8, top: 8, bottom: 32 },
      xAxis: degreeAxis(t.say('后果', 'Consequence')),
      yAxis: degreeAxis(t.say('可能性', 'Likelihood')),
      visualMap: {
        ...{ show: false, dimension: 2, type: 'piecewise' },
        pieces: RISK_SHADES.map(({ upTo, fill }, at) => ({
          ...{ gt: RISK_SHADES[at - 1]?.upTo ?? 0, lte: upTo, color: fill },
        })),
      },
      series: [
        {
          ...{ type: 'heatmap', name: t.say('风险', 'Risks'), data: cells },
          itemStyle: { borderColor: '#ffffff', borderWidth: 2, decal: NO_DECAL },
        },
      ],
    }),
  };
}

function cellOf(risks: readonly RiskAhead[], likelihood: number, consequence: number): Json {
  const weight = likelihood * consequence;
  const numbers = risks.flatMap((risk, at) =>
    risk.likelihood === likelihood && risk.consequence === consequence ? [circled(at + 1)] : [],
  );
  const color = RISK_SHADES.find(({ upTo }) => weight <= upTo)?.on ?? '#000000';
  return {
    value: [consequence - 1, likelihood - 1, weight],
    label: { show: numbers.length > 0, fontSize: 18, color, formatter: numbers.join('') },
  };
}

const degreeAxis = (name: string): Json => ({
  ...{ type: 'category', data: DEGREES.map(String), name, nameLocation: 'middle' },
  ...{ nameTextStyle: LABEL, axisLabel: LABEL },
  ...{ axisTick: { show: false }, axisLine: { show: false } },
});
