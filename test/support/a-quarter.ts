import { Teller, outlineOf, weekOf, weeksOf } from '#reporting';
import type { BriefDocument, BriefFacts } from '#reporting';

const ZONE = 'Asia/Shanghai';
const FROM = Date.parse('2026-01-01T00:00:00+08:00');
const TO = Date.parse('2026-04-01T00:00:00+08:00');
const DAY = 86_400_000;

type Language = BriefDocument['language'];

const KINDS = { rumour: '谣言传言', complaint: '投诉建议', emergency: '突发事件', other: '其他' };
const PLACES = [
  '城东街道',
  '城西街道',
  '南湖镇',
  '北山镇',
  '河口镇',
  '开发区',
  '高新区',
  '老城街道',
];
const THEMES = ['供水', '教育', '医疗', '交通', '环境', '住房', '食品安全', '劳动保障'];
const CLOCKS = ['report', 'acknowledge', 'judge', 'first-response', 'dispose', 'archive'];
const NAMES: Readonly<Record<string, string>> = {
  ...KINDS,
  ...{ I: 'Ⅰ级', II: 'Ⅱ级', III: 'Ⅲ级', IV: 'Ⅳ级', unrated: '未评级', none: '未填' },
  ...{ report: '首报', acknowledge: '签收', judge: '研判', 'first-response': '首次回应' },
  ...{ dispose: '处置', archive: '归档', true: '属实', false: '不实', partly: '部分属实' },
};
const nameOf = (_: string, code: string): string => NAMES[code] ?? code;

/** Counts that look like those of a district's quarter: every number comes from its place. */
function figures(): Map<string, { value: number; previous: number; yearBefore: number }> {
  const values = new Map<string, { value: number; previous: number; yearBefore: number }>();
  const put = (key: string, value: number, isShare = false): void => {
    const past = (by: number): number => (isShare ? value * by : Math.round(value * by));
    values.set(key, { value, previous: past(0.8), yearBefore: past(0.6) });
  };
  const parts = (total: number, weights: readonly number[]): number[] => {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return weights.map((weight) => Math.round((total * weight) / sum));
  };
  put('logged', 186);
  put('open', 17);
  for (const [key, value] of Object.entries({
    archived: 154,
    dismissed: 9,
    merged: 6,
    reopened: 2,
  }))
    put(key, value);
  put('clarified', 38);
  put('escalations.started', 12);
  put('escalations.exhausted', 1);
  put('medianMinutes.close', 4_310);
  const severities = ['I', 'II', 'III', 'IV', 'unrated'];
  for (const [at, value] of parts(186, [1, 6, 30, 55, 8]).entries())
    put(`severity.${severities[at] ?? ''}`, value);
  for (const [at, [kind]] of Object.entries(KINDS).entries()) {
    const of = parts(186, [55, 30, 10, 5])[at] ?? 0;
    put(`kind.${kind}`, of);
    for (const [rank, value] of parts(of, [1, 6, 30, 55, 8]).entries())
      put(`kindSeverity.${kind}|${severities[rank] ?? ''}`, value);
  }
  for (const [verdict, value] of Object.entries({ true: 61, false: 74, partly: 22 }))
    put(`verdict.${verdict}`, value);
  for (const [at, week] of weeksOf({ from: FROM, to: TO }, ZONE).entries())
    put(`week.${week}`, [4, 9, 11, 14, 16, 8, 3, 12, 21, 25, 19, 17, 15, 12][at] ?? 0);
  for (const [row, theme] of THEMES.entries()) {
    put(`category.${theme}`, 40 - 4 * row);
    for (const [column, place] of PLACES.entries()) {
      put(`place.${place}`, 36 - 3 * column);
      put(`categoryPlace.${theme}|${place}`, Math.max(0, 9 - row - column + ((row * column) % 3)));
    }
  }
  for (const [at, clock] of CLOCKS.entries()) {
    const decided = [180, 176, 150, 90, 62, 8][at] ?? 0;
    const late = [3, 9, 4, 12, 1, 2][at] ?? 0;
    put(`decided.${clock}`, decided);
    put(`late.${clock}`, late);
    put(`kept.${clock}`, decided - late);
    put(`onTime.${clock}`, (decided - late) / decided, true);
    put(`medianMinutes.${clock}`, 12 * (at + 1));
    put(`ninetiethMinutes.${clock}`, 60 * (at + 1));
  }
  return values;
}

const TITLES = [
  '网传城东水厂水质异常致多人就医',
  '南湖中学食堂供餐问题引发家长集体反映',
  '高新区某工地坍塌现场视频传播',
  '医保缴费标准上调传言',
  '跨江大桥封闭施工致早高峰拥堵',
  '河口镇垃圾转运站异味扰民',
  '小区物业费调整争议',
  '“春节停供暖气”不实信息',
  '网传开发区企业拖欠工资',
  '老城街道雨后积水',
];

const facts: BriefFacts = {
  topics: TITLES.map((title, at) => ({
    ...{ id: `0190-${String(at)}`, number: `YQ-2026-${String(101 + 7 * at).padStart(6, '0')}` },
    ...{
      title,
      kind: 'rumour',
      severity: ['I', 'II', 'II', 'III', 'III', 'III', 'IV'][at] ?? 'IV',
    },
    ...{
      verdict: at % 2 === 0 ? 'false' : 'true',
      state: 'archived',
      place: PLACES[at % 8] ?? null,
    },
    ...{ mentions: 420 - 37 * at, peakRank: at === 0 ? 3 : null },
    loggedAt: FROM + (5 + ((at * 17) % 80)) * DAY,
  })),
  dates: [
    { title: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { title: '普通高考', from: '2026-06-07', to: '2026-06-09' },
  ],
  risks: [
    { title: '主汛期城区内涝', place: '老城街道', category: '环境', likelihood: 4, consequence: 4 },
    { title: '义务教育招生政策调整', place: null, category: '教育', likelihood: 5, consequence: 3 },
    {
      title: '水厂改造期间水质波动',
      place: '城东街道',
      category: '供水',
      likelihood: 3,
      consequence: 5,
    },
    {
      title: '年中欠薪集中反映',
      place: '开发区',
      category: '劳动保障',
      likelihood: 3,
      consequence: 3,
    },
    { title: '食品安全抽检通报', place: null, category: '食品安全', likelihood: 2, consequence: 3 },
    { title: '大桥封闭施工延期', place: null, category: '交通', likelihood: 3, consequence: 3 },
  ],
  remedies: [
    ['YQ-2026-000101', '城东水厂管网更换并公布水质检测结果', '水务局', false],
    ['YQ-2026-000108', '全市学校食堂专项检查', '教育局', true],
    ['YQ-2026-000115', '在建工地安全隐患排查', '住建局', false],
  ].map(([incidentNumber, title, unit, isDone], at) => ({
    ...{ incidentNumber: String(incidentNumber), title: String(title), unit: String(unit) },
    ...{ dueAt: TO + (20 + at * 15) * DAY, isDone: isDone === true },
  })),
  late: [
    {
      ...{ incidentNumber: 'YQ-2026-000101', title: '城东停水', clock: 'judge' },
      ...{ missedAt: FROM + 9 * DAY, doneAt: FROM + 10 * DAY, reason: '等待水质检测结果' },
    },
    {
      ...{ incidentNumber: 'YQ-2026-000115', title: '工地扬尘', clock: 'dispose' },
      ...{ missedAt: FROM + 40 * DAY, doneAt: null, reason: null },
    },
  ],
  minuteOf: (at) => new Date(at).toISOString().slice(0, 16).replace('T', ' '),
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  weeks: weeksOf({ from: FROM, to: TO }, ZONE),
  weekOf: (at) => weekOf(at, ZONE),
  asOf: '2026-04-02 09:00',
};

/** A brief of a busy quarter with every table and every chart. */
export function aQuarter(language: Language = 'zh', over: Partial<BriefFacts> = {}): BriefDocument {
  const counted = figures();
  const sections = outlineOf(
    'quarterly',
    new Teller(counted, language),
    { ...facts, ...over },
    nameOf,
  );
  const numerals = ['一', '二', '三', '四', '五', '六', '七'];
  return {
    ...{ title: '2026年第一季度网络舆情分析报告', subtitle: '2026年1月1日至3月31日', language },
    ...{ madeAt: Date.parse('2026-04-02T09:00:00+08:00'), notes: [] },
    sections: sections.map((section, at) => ({
      ...section,
      number: (language === 'zh' ? numerals[at] : at < 7 ? String(at + 1) : undefined) ?? null,
    })),
    figures: [...counted].map(([key, figure]) => ({
      key,
      words: key,
      unit: 'incidents',
      ...figure,
    })),
  };
}
