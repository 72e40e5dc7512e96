import { describe, expect, it, test } from '@jest/globals';
import { change, inPercent, inTime } from './numbers.js';
import { textOf } from './piece.js';
import { tellSituation } from './situation.js';
import { Teller } from './teller.js';
import { tellDuty } from './duty.js';
import { tellRumours, tellTimeliness } from './timeliness.js';
import { tellTrends } from './trends.js';

const NAMES: Readonly<Record<string, string>> = {
  'kind.rumour': '谣言传言',
  'kind.complaint': '诉求',
  'severity.II': 'Ⅱ级',
  'severity.IV': 'Ⅳ级',
  'category.water': '供水',
  'category.roads': '道路',
  'clock.judge': '研判',
  'verdict.false': '不实',
};
const nameOf = (family: string, member: string): string => NAMES[`${family}.${member}`] ?? member;

/** Values, or a value with the two it is compared with. */
type Given = Readonly<Record<string, number | readonly [number, number | null, number | null]>>;

function teller(given: Given, language: 'zh' | 'en' = 'zh'): Teller {
  const figures = Object.entries(given).map(([key, said]) => {
    const [value, previous, yearBefore] = typeof said === 'number' ? [said, null, null] : said;
    return [key, { value, previous, yearBefore }] as const;
  });
  return new Teller(new Map(figures), language);
}

describe('numbers in words', () => {
  test.each([
    [0.4, '不到 1 分钟', 'less than a minute'],
    [1, '1 分钟', '1 minute'],
    [59.6, '1 小时', '1 hour'],
    [125, '2 小时 5 分', '2 hours 5 minutes'],
    [24 * 60, '1 天', '1 day'],
    [76 * 60 + 10, '3 天 4 小时', '3 days 4 hours'],
  ])('%s minutes', (minutes, zh, en) => {
    expect([inTime(minutes, 'zh'), inTime(minutes, 'en')]).toEqual([zh, en]);
  });

  test.each([
    [0, '0%'],
    [0.0001, '0.1%'],
    [0.352, '35.2%'],
    [0.5, '50%'],
    // Not all of them were: so it is not said.
    [0.9999, '99.9%'],
    [1, '100%'],
  ])('a share of %s', (share, said) => {
    expect(inPercent(share)).toBe(said);
  });

  test.each([
    [12, 10, '环比增加 2 件（+20%）', '2 more on the period before (+20%)'],
    [10, 12, '环比减少 2 件（−16.7%）', '2 fewer on the period before (−16.7%)'],
    [7, 7, '环比持平', 'unchanged on the period before'],
    // Of three, a per cent would mislead.
    [6, 3, '环比增加 3 件', '3 more on the period before'],
    [6, 0, '环比增加 6 件', '6 more on the period before'],
    [5001, 5000, '环比增加 1 件（+不到 0.1%）', '1 more on the period before (+less than 0.1%)'],
  ])('%s after %s', (value, base, zh, en) => {
    expect([change(value, base, 'previous', 'zh'), change(value, base, 'previous', 'en')]).toEqual([
      zh,
      en,
    ]);
  });

  it('says nothing of a change where there is no base', () => {
    expect(change(3, null, 'yearBefore', 'zh')).toBeNull();
  });
});

describe('the situation', () => {
  const told = (given: Given, language: 'zh' | 'en' = 'zh') =>
    tellSituation(teller(given, language), nameOf).map(textOf);

  it('of a quiet period says so, and what is still open', () => {
    expect(told({ open: 2 })).toEqual(['本期未登记舆情事件。截至统计时点，在办 2 件。']);
    expect(told({ open: 1 }, 'en')).toEqual([
      'No incident was logged in this period. As of the moment of counting, 1 incident was open.',
    ]);
  });

  it('of a single incident has no shares, and no "most"', () => {
    expect(
      told({ logged: 1, 'kind.rumour': 1, 'severity.IV': 1, 'category.water': 1, archived: 1 }),
    ).toEqual([
      '本期共登记舆情事件 1 件。',
      '按性质分，均为谣言传言。',
      '按等级分，均为Ⅳ级。',
      '本期归档 1 件。截至统计时点，没有在办事件。',
    ]);
    expect(told({ logged: 1 }, 'en')[0]).toBe('In this period 1 incident was logged.');
  });

  it('of many has shares, the largest first, and the change', () => {
    expect(
      told({
        ...{ logged: [20, 16, null], 'kind.complaint': 5, 'kind.rumour': 15 },
        ...{ 'category.water': 12, 'category.roads': 8, open: 0 },
      }),
    ).toEqual([
      '本期共登记舆情事件 20 件，环比增加 4 件（+25%）。',
      '按性质分，谣言传言 15 件，占 75%；诉求 5 件，占 25%。',
      '从类别看，供水最多，12 件。',
      '截至统计时点，没有在办事件。',
    ]);
  });

  it('names all that are level, and none when all are', () => {
    const level = { logged: 9, 'category.water': 4, 'category.roads': 4, 'category.x': 1 };
    expect(told(level)).toContain('从类别看，道路、供水最多，各 4 件。');
    const all = { logged: 8, 'category.water': 4, 'category.roads': 4 };
    expect(told(all).join('')).not.toContain('最多');
  });

  it('marks each number with the figure that it is', () => {
    const [volume] = tellSituation(teller({ logged: [20, 16, null] }), nameOf);
    expect(volume?.filter((piece) => typeof piece !== 'string')).toEqual([
      { figure: 'logged', text: '20' },
      { figure: 'logged', text: '环比增加 4 件（+25%）' },
    ]);
  });
});

describe('how timely it was', () => {
  const told = (given: Given) => tellTimeliness(teller(given), nameOf).map(textOf);

  it('is told in counts where there are few, and in shares where there are enough', () => {
    const few = {
      'decided.judge': 3,
      'kept.judge': 2,
      'late.judge': 1,
      'onTime.judge': 2 / 3,
      'medianMinutes.judge': 90,
    };
    expect(told(few)).toEqual([
      '研判：到期 3 次，按时 3 次中 2 次，超时 1 次；用时中位数 1 小时 30 分。',
    ]);
    const many = {
      'decided.judge': 40,
      'kept.judge': 39,
      'late.judge': 1,
      'onTime.judge': 0.975,
      'medianMinutes.judge': 90,
      'ninetiethMinutes.judge': 200,
    };
    expect(told(many)).toEqual([
      '研判：到期 40 次，按时 97.5%，超时 1 次；用时中位数 1 小时 30 分，九成在 3 小时 20 分以内。',
    ]);
  });

  it('says nothing of nine in ten where only one was met, however many were missed', () => {
    const times = { 'medianMinutes.judge': 90, 'ninetiethMinutes.judge': 90 };
    const missed = { 'decided.judge': 6, 'kept.judge': 1, 'late.judge': 5, 'onTime.judge': 1 / 6 };
    expect(told({ ...missed, ...times })).toEqual([
      '研判：到期 6 次，按时 6 次中 1 次，超时 5 次；用时中位数 1 小时 30 分。',
    ]);
    const two = { 'decided.judge': 2, 'kept.judge': 2, 'onTime.judge': 1 };
    expect(told({ ...two, ...times }).join('')).toContain('九成在 1 小时 30 分以内');
  });

  it('says all and none in words', () => {
    expect(told({ 'decided.judge': 2, 'kept.judge': 2 })).toEqual(['研判：到期 2 次，全部按时。']);
    expect(told({ 'decided.judge': 2, 'late.judge': 2 })).toEqual(['研判：到期 2 次，均未按时。']);
    expect(told({})).toEqual(['本期没有到期的时限。']);
  });

  it('tells of ladders that nobody answered', () => {
    const given = { 'decided.judge': 1, 'kept.judge': 1, 'escalations.started': 4 };
    expect(told(given).at(-1)).toBe('启动升级 4 次，没有一次走完仍无人签收。');
    expect(told({ ...given, 'escalations.exhausted': 1 }).at(-1)).toBe(
      '启动升级 4 次，其中 1 次走完仍无人签收。',
    );
  });
});

describe('rumours', () => {
  it('are told with what was found and what was answered', () => {
    const t = teller({
      'kind.rumour': 3,
      'verdict.false': 2,
      'verdict.unverified': 1,
      clarified: 2,
    });
    expect(tellRumours(t, nameOf).map(textOf)).toEqual([
      '本期登记谣言传言 3 件。',
      '全部事件中已有核查结论的：不实 2 件。',
      '公开回应 2 件。',
    ]);
    expect(tellRumours(teller({}), nameOf).map(textOf)).toEqual(['本期未登记谣言传言。']);
  });
});

describe('what changed', () => {
  const told = (given: Given, language: 'zh' | 'en' = 'zh'): string[] =>
    tellTrends(teller(given, language), nameOf).map(textOf);

  it('tells the greatest changes first, those that are gone as well, and nothing that stayed', () => {
    expect(
      told({
        logged: [10, 9, null],
        'category.water': [6, 1, null],
        'category.roads': [0, 4, null],
        'category.parks': [4, 4, null],
      }),
    ).toEqual([expect.stringMatching(/^供水 6 件/u), expect.stringMatching(/^道路 0 件/u)]);
  });

  it('says that nothing changed, or that there is nothing to compare with', () => {
    expect(told({ logged: [4, 4, null], 'category.water': [4, 4, null] })).toEqual([
      '各类别、各地区与上一期持平。',
    ]);
    expect(told({ logged: [4, null, null] })).toEqual(['上一期没有数据，不作比较。']);
    expect(told({ logged: [4, null, null] }, 'en')).toEqual([
      'The period before has no numbers; nothing is compared.',
    ]);
  });
});

describe('duty', () => {
  const told = (given: Given, language: 'zh' | 'en' = 'zh'): string[] =>
    tellDuty(teller(given, language)).map(textOf);

  it('tells shifts, those that were missed and those who came late', () => {
    expect(told({ 'duty.shifts': 90, 'duty.missed': 2, 'duty.lateSignIns': 1 })).toEqual([
      '值班：本期班次 90 个，未到岗 2 个，迟到签到 1 次。',
    ]);
    expect(told({ 'duty.shifts': 1 }, 'en')).toEqual([
      'Duty: shifts in the period: 1, all attended; nobody signed in late.',
    ]);
  });
});
