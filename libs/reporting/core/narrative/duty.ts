import { joined } from './piece.js';
import type { Paragraph } from './piece.js';
import type { Teller } from './teller.js';

/** 值班: how many shifts there were, how many were attended, and who came late. */
export function tellDuty(t: Teller): Paragraph[] {
  const missed = t.value('duty.missed');
  const late = t.value('duty.lateSignIns');
  return [
    joined([
      t.say('值班：本期班次 ', 'Duty: shifts in the period: '),
      t.number('duty.shifts'),
      t.say(' 个', ''),
      ...(missed === 0
        ? [t.say('，全部到岗', ', all attended')]
        : [t.say('，未到岗 ', '; missed: '), t.number('duty.missed'), t.say(' 个', '')]),
      ...(late === 0
        ? [t.say('，没有迟到签到', '; nobody signed in late')]
        : [
            t.say('，迟到签到 ', '; signed in late: '),
            t.number('duty.lateSignIns'),
            t.say(' 次', ''),
          ]),
      t.say('。', '.'),
    ]),
  ];
}
