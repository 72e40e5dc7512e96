import { NONE } from '../../core/index.js';
import type { Language, NameOf, Words } from '../../core/index.js';

const words = (zh: string, en: string): Words => ({ zh, en });

/** What codes are called in reports; 等级 with what it means, since readers of a brief know no code. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  kind: {
    rumour: words('谣言传言', 'rumour'),
    'hot-topic': words('热点', 'hot topic'),
    complaint: words('诉求', 'complaint'),
    emergency: words('突发', 'emergency'),
  },
  severity: {
    I: words('Ⅰ级（特别重大）', 'I (most serious)'),
    II: words('Ⅱ级（重大）', 'II (serious)'),
    III: words('Ⅲ级（较大）', 'III (considerable)'),
    IV: words('Ⅳ级（一般）', 'IV (ordinary)'),
    unrated: words('未定级', 'unrated'),
  },
  verdict: {
    unverified: words('未核查', 'unverified'),
    true: words('属实', 'true'),
    'partly-true': words('部分属实', 'partly true'),
    false: words('不实', 'false'),
    unverifiable: words('无法核实', 'unverifiable'),
  },
  state: {
    detected: words('已登记', 'logged'),
    reported: words('待研判', 'waits for judgement'),
    judged: words('已研判', 'judged'),
    observing: words('观察中', 'under observation'),
    disposing: words('处置中', 'being disposed of'),
    disposed: words('已处置', 'disposed of'),
    archived: words('已归档', 'archived'),
    dismissed: words('已排除', 'dismissed'),
    merged: words('已并案', 'merged'),
  },
  event: {
    acknowledged: words('签收', 'acknowledged'),
    'verdict-set': words('作出核查结论', 'verdict given'),
    'upward-report-recorded': words('向上级报告', 'reported to the level above'),
    published: words('公开回应', 'answered in public'),
    'publication-corrected': words('更正回应', 'answer corrected'),
    'publication-withdrawn': words('撤回回应', 'answer withdrawn'),
    'press-conference-settled': words('新闻发布会事项办结', 'press conference settled'),
    supervised: words('列入督办', 'put under supervision'),
  },
};

/** The value of what has none. */
const NOTHING: Readonly<Record<string, Words>> = {
  place: words('地点不详', 'place unknown'),
  source: words('来源不详', 'source unknown'),
  unit: words('未定单位', 'no unit yet'),
};

export interface KnownNames {
  readonly categories: readonly {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly clock: (name: string) => Words;
  /** By id. */
  readonly units: ReadonlyMap<string, string>;
}

/** Names in a language. A code of which nothing is known stands for itself. */
export function namesIn(language: Language, known: KnownNames): NameOf {
  return (family, member) => {
    if (member === NONE) return NOTHING[family]?.[language] ?? member;
    switch (family) {
      case 'category':
        return known.categories.find(({ code }) => code === member)?.[language] ?? member;
      case 'clock':
        return known.clock(member)[language];
      case 'unit':
        return known.units.get(member) ?? member;
      default:
        return WORDS[family]?.[member]?.[language] ?? member;
    }
  };
}
