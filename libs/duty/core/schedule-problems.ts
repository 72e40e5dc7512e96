import { IANAZone } from 'luxon';
import { layerProblems, nameProblems } from './layer-problems.js';
import { under } from './problem.js';
import type { Problem } from './problem.js';
import type { PositionRules, ScheduleRules } from './schedule.js';
import { POSITION_WORDS } from './words.js';
import { zoneClock } from './zone-clock.js';

const MOST_LAYERS = 20;

/** What is wrong with rules that have the right shape; all of it at once. Paths are dotted. */
export function scheduleProblems(rules: ScheduleRules, knownUsers: ReadonlySet<string>): Problem[] {
  const { name, timeZone, positions } = rules;
  const zoneIsKnown = IANAZone.isValidZone(timeZone);
  const clock = zoneIsKnown ? zoneClock(timeZone) : null;
  return [
    ...nameProblems(name),
    ...(zoneIsKnown ? [] : [unknownZone(timeZone)]),
    ...(positions.length === 0 ? [NO_POSITIONS] : []),
    ...positions.flatMap((rulesOf, index) =>
      under(`positions.${index}`, [
        ...repeatedPosition(positions, index),
        ...layerCountProblems(rulesOf),
        ...rulesOf.layers.flatMap((layer, at) =>
          under(`layers.${at}`, layerProblems(layer, knownUsers, clock)),
        ),
      ]),
    ),
  ];
}

const unknownZone = (timeZone: string): Problem => ({
  path: 'timeZone',
  code: 'unknown-zone',
  message: {
    zh: `没有名为“${timeZone}”的时区，请填写如 Asia/Shanghai 的时区名`,
    en: `There is no time zone “${timeZone}”; write a name such as Asia/Shanghai`,
  },
});

const NO_POSITIONS: Problem = {
  path: 'positions',
  code: 'no-positions',
  message: { zh: '请至少设置一个岗位', en: 'Add at least one position' },
};

function repeatedPosition(positions: readonly PositionRules[], index: number): Problem[] {
  const position = positions[index]?.position;
  if (position === undefined) return [];
  if (positions.findIndex((other) => other.position === position) === index) return [];
  const { zh, en } = POSITION_WORDS[position];
  return [
    {
      path: 'position',
      code: 'position-twice',
      message: { zh: `岗位“${zh}”重复`, en: `The position ${en} stands here twice` },
    },
  ];
}

function layerCountProblems({ layers }: PositionRules): Problem[] {
  if (layers.length === 0) {
    return [
      {
        path: 'layers',
        code: 'no-people',
        message: { zh: '该岗位还没有值班人员', en: 'Nobody is in this position yet' },
      },
    ];
  }
  if (layers.length <= MOST_LAYERS) return [];
  return [
    {
      path: 'layers',
      code: 'too-many-layers',
      message: {
        zh: `一个岗位最多 ${MOST_LAYERS} 层`,
        en: `A position has at most ${MOST_LAYERS} layers`,
      },
    },
  ];
}
