import type { INestApplicationContext } from '@nestjs/common';
import { Sweep } from '#escalation';
import { ExecuteCommand, LogIncident } from '#incidents';
import type { NewIncident } from '#incidents';
import type { Person } from '#replay';
import type { Actor } from '#workflow';
import type { DemoClock } from './demo-clock.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Severity = 'II' | 'III' | 'IV';
type Draft = Pick<NewIncident, 'title' | 'claim' | 'kind' | 'category' | 'place'> & {
  readonly source: string;
  readonly views: number;
};

/** Something that is under way when the visitor arrives. */
interface LiveIncident {
  readonly draft: Draft;
  /** How long before the opening it was reported; null: it has just been detected. */
  readonly reportedBefore: number | null;
  readonly detectedBefore: number;
  readonly severity: Severity;
  readonly acknowledged: boolean;
}

/**
 * The waits of the shipped ladder are 5 minutes, so a report 4:30 before the opening makes the leader's step fall
 * half a minute after it, and one 9:15 before makes the principal leader's fall 45 s after it.
 */
const LIVE: readonly LiveIncident[] = [
  {
    draft: {
      title: '城南小学多名学生腹痛',
      claim: '城南小学午餐后多名学生腹痛送医',
      kind: 'emergency',
      category: 'school-food',
      place: '城南小学',
      source: '清源论坛',
      views: 8_400,
    },
    detectedBefore: 12 * MINUTE,
    reportedBefore: 9.25 * MINUTE,
    severity: 'II',
    acknowledged: false,
  },
  {
    draft: {
      title: '网传青山水库明晨泄洪',
      claim: '青山水库明天凌晨泄洪，下游三个村要撤离',
      kind: 'rumour',
      category: 'water',
      place: '青山水库',
      source: '清源同城热榜',
      views: 15_200,
    },
    detectedBefore: 6 * MINUTE,
    reportedBefore: 4.5 * MINUTE,
    severity: 'III',
    acknowledged: false,
  },
  {
    draft: {
      title: '3 路公交早高峰连续甩站',
      claim: '3 路公交车早高峰在人民医院站连续三班不停',
      kind: 'complaint',
      category: 'public-transport',
      place: '人民医院站',
      source: '12345热线',
      views: 320,
    },
    detectedBefore: 3.2 * HOUR,
    reportedBefore: 3 * HOUR,
    severity: 'III',
    acknowledged: true,
  },
  {
    draft: {
      title: '老城区夜间停水未提前通知',
      claim: '老城区昨夜停水四小时，没有人提前通知',
      kind: 'complaint',
      category: 'water',
      place: '老城区',
      source: '12345热线',
      views: 610,
    },
    detectedBefore: 24 * MINUTE,
    reportedBefore: null,
    severity: 'IV',
    acknowledged: false,
  },
];

/** What people log while the visitor watches, one after the other. */
export const ARRIVALS: readonly Draft[] = [
  {
    title: '网传人民广场要封闭半年',
    claim: '人民广场因施工封闭半年',
    kind: 'rumour',
    category: 'roads',
    place: '人民广场',
    source: '清源论坛',
    views: 230,
  },
  {
    title: '县医院挂号排队过长',
    claim: '县医院上午挂号要排两个小时',
    kind: 'complaint',
    category: 'health-care',
    place: '县人民医院',
    source: '12345热线',
    views: 95,
  },
  {
    title: '文化节门票线上瞬间售罄',
    claim: '文化节门票一开售就没有了',
    kind: 'hot-topic',
    category: 'tourism-and-culture',
    place: '县文化馆',
    source: '清源同城热榜',
    views: 2_700,
  },
  {
    title: '网传自来水变黄不能喝',
    claim: '城东自来水变黄，不能饮用',
    kind: 'rumour',
    category: 'water',
    place: '城东',
    source: '清源论坛',
    views: 1_300,
  },
];

/** Lets the live incidents come about at their own moments before `opening`, on the clock that is moved by hand. */
export async function playLiveIncidents(
  app: INestApplicationContext,
  clock: DemoClock,
  staff: readonly Person[],
  opening: number,
): Promise<void> {
  const office = new LiveOffice(app, staff);
  const sweep = app.get(Sweep, { strict: false });
  const ids = new Map<LiveIncident, string>();
  for (const { at, act } of timetable(opening, office, ids)) {
    await fireUntil(sweep, clock, at);
    clock.moveTo(Math.max(at, clock.now()));
    await act();
    await sweep.run(clock.now());
  }
  await fireUntil(sweep, clock, opening);
  clock.moveTo(Math.max(opening, clock.now()));
}

function timetable(opening: number, office: LiveOffice, ids: Map<LiveIncident, string>) {
  const acts = LIVE.flatMap((live) => {
    const { detectedBefore, reportedBefore, severity, acknowledged } = live;
    const id = (): string => ids.get(live) ?? '';
    const detect = {
      at: opening - detectedBefore,
      act: async () => {
        ids.set(live, await office.log(live.draft, opening - detectedBefore));
      },
    };
    if (reportedBefore === null) return [detect];
    const report = {
      at: opening - reportedBefore,
      act: () => office.give(id(), 'report', 'monitor', { severity }),
    };
    const acknowledge = {
      at: opening - reportedBefore + 4 * MINUTE,
      act: () => office.give(id(), 'acknowledge', 'officer', {}),
    };
    return acknowledged ? [detect, report, acknowledge] : [detect, report];
  });
  return acts.sort((a, b) => a.at - b.at);
}

async function fireUntil(sweep: Sweep, clock: DemoClock, end: number): Promise<void> {
  for (;;) {
    const next = await sweep.nextInstant();
    if (next === null || next > end) return;
    clock.moveTo(Math.max(next, clock.now()));
    await sweep.run(clock.now());
  }
}

/** The people of the demo, giving commands as anybody would. */
export class LiveOffice {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly staff: readonly Person[],
  ) {}

  async log({ source, views, ...words }: Draft, seenAt: number): Promise<string> {
    const mentions = [{ source, url: null, text: words.claim, seenAt, rank: null, views }];
    const incident = { ...words, occurredAt: null, severity: null, mentions };
    const logged = await this.app
      .get(LogIncident, { strict: false })
      .run(incident, this.one('monitor'));
    if (!logged.ok) throw new Error(JSON.stringify(logged.reasons));
    return logged.id;
  }

  async give(
    incidentId: string,
    name: string,
    role: string,
    body: Record<string, unknown>,
  ): Promise<void> {
    const command = { incidentId, name, actor: this.one(role), expectedVersion: null, body };
    const executed = await this.app.get(ExecuteCommand, { strict: false }).run(command);
    if (executed?.ok !== true) throw new Error(`${name}: ${JSON.stringify(executed)}`);
  }

  private one(role: string): Actor {
    const person = this.staff.find(({ roles }) => roles.includes(role));
    if (person === undefined) throw new Error(`nobody in the demo is ${role}`);
    return { kind: 'user', id: person.id, roles: person.roles, unitId: person.unitId };
  }
}
