import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import { ManageMatters } from '#matters';
import { Database, sql } from '#platform';
import type { Person } from '#replay';
import { ActOnReport, DraftReport } from '#upward';
import { demoActor } from './demo-actor.js';

interface Planned {
  readonly by: string;
  readonly title: string;
  readonly kind: 'interruption' | 'event' | 'works';
  readonly category: string;
  readonly what: string;
  readonly place: string;
  /** Days after the opening, and hours of the day on the wall. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  readonly received: boolean;
}

const PLANNED: readonly Planned[] = [
  {
    ...{ by: 'handler.water', title: '青山水库下游河道冲沙演练', kind: 'works', category: 'water' },
    what: '青山水库按年度计划开闸冲沙演练，下游水位短时上涨约 0.3 米，不影响居民生活，不需要撤离。',
    ...{ place: '青山水库', day: 0, from: 8, to: 20, received: true },
    questions: [
      {
        question: '水库是不是要泄洪，下游要不要撤离',
        answer: '不是泄洪。本次为年度冲沙演练，水位上涨约 0.3 米，下游村庄不需要撤离。',
      },
    ],
  },
  {
    ...{ by: 'handler.transport', title: '县城马拉松沿线道路临时封闭', kind: 'event' },
    ...{
      category: 'public-transport',
      place: '滨河路、中心广场',
      day: 3,
      from: 7,
      to: 12,
      received: false,
    },
    what: '县城半程马拉松比赛，滨河路和中心广场周边道路 7 时至 12 时分段封闭，12 路、3 路公交绕行。',
    questions: [
      { question: '公交怎么走', answer: '3 路、12 路绕行环城路，站点已张贴临时线路图。' },
      { question: '急救车能不能通过', answer: '能。沿线设 6 处应急通道，由交警值守放行。' },
    ],
  },
];

/** What units have reported before it happens, and a report that waits above. */
export async function reportBeforehand(
  app: INestApplicationContext,
  staff: readonly Person[],
  timeZone: string,
  opening: number,
): Promise<void> {
  const matters = app.get(ManageMatters, { strict: false });
  const officer = demoActor(staff, 'chenke');
  for (const { by, day, from, to, received, questions, ...words } of PLANNED) {
    const unit = demoActor(staff, by);
    const date = DateTime.fromMillis(opening, { zone: timeZone })
      .startOf('day')
      .plus({ days: day });
    const at = (hour: number): string => date.set({ hour }).toUTC().toISO() ?? '';
    const body = { ...words, startsAt: at(from), endsAt: at(to), questions: [...questions] };
    // Late in the evening, what was planned for today is over, and there is nothing to report.
    if (Date.parse(body.endsAt) <= opening)
      body.endsAt = date.plus({ days: 1 }).toUTC().toISO() ?? '';
    const id = await matters.create(body, unit);
    await matters.report(id, {}, unit);
    if (received) await matters.receive(id, {}, officer);
  }
  await reportUpward(app, staff);
}

async function reportUpward(app: INestApplicationContext, staff: readonly Person[]): Promise<void> {
  const { reader } = app.get(Database, { strict: false });
  const [gravest] = await sql<{ id: string }>(
    reader,
    "SELECT id FROM incidents WHERE state = 'reported' AND severity = 'II' ORDER BY detected_at DESC LIMIT 1",
  );
  if (gravest === undefined) return;
  const drafts = app.get(DraftReport, { strict: false });
  const officer = demoActor(staff, 'chenke');
  const id = await drafts.run(gravest.id, { type: 'initial' }, officer);
  await app.get(ActOnReport, { strict: false }).send(id, {}, demoActor(staff, 'hechuan'));
}
