import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Database, sql } from '#platform';
import { ActOnReport, DraftReport, GiveInstruction } from '#reporting';
import type { Person } from '#replay';
import { actorOf } from '#workflow';
import { demoActor } from './demo-actor.js';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Last week's bulletin has gone out, with a note that asks for something; the quarter's brief waits for a leader. */
export async function draftBriefs(
  app: INestApplicationContext,
  staff: readonly Person[],
  timeZone: string,
  opening: number,
): Promise<void> {
  const desk = new BriefDesk(app, staff);
  const lastWeek = DateTime.fromMillis(opening, { zone: timeZone }).minus({ weeks: 1 });
  const bulletin = await desk.draft('weekly', lastWeek.toFormat("kkkk'W'WW"));
  await desk.give(bulletin, 'submit', 'xuyan');
  await desk.give(bulletin, 'approve', 'hechuan');
  await desk.give(bulletin, 'issue', 'hechuan');
  const water = staff.find(({ username }) => username === 'handler.water')?.unitId;
  if (typeof water === 'string')
    await app.get(GiveInstruction, { strict: false }).run(
      bulletin,
      {
        ...{ sectionKey: 'topics', unitId: water },
        text: '停水问题群众反映集中，请水务局一周内拿出管网改造进度表，并向社会公布。',
        dueAt: new Date(opening + WEEK_MS).toISOString(),
      },
      demoActor(staff, 'hechuan'),
    );
  const lastQuarter = DateTime.fromMillis(opening, { zone: timeZone }).minus({ quarters: 1 });
  const brief = await desk.draft('quarterly', lastQuarter.toFormat("yyyy'Q'q"));
  await desk.give(brief, 'submit', 'xuyan');
}

class BriefDesk {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly staff: readonly Person[],
  ) {}

  async draft(type: 'weekly' | 'quarterly', period: string): Promise<string> {
    const whole = { from: null, to: null, asOf: null, incidentId: null, unitId: null };
    const drafted = await this.app
      .get(DraftReport, { strict: false })
      .run({ type, period, language: 'zh', ...whole }, actorOf(demoActor(this.staff, 'xuyan')));
    if (!drafted.ok) throw new Error(`the demo's report ${period} was not drafted`);
    return drafted.id;
  }

  async give(reportId: string, name: string, username: string): Promise<void> {
    const reader = this.app.get(Database, { strict: false }).reader;
    const [row] = await sql<{ version: number }>(
      reader,
      'SELECT version FROM reports WHERE id = $1',
      [reportId],
    );
    const acted = await this.app.get(ActOnReport, { strict: false }).give({
      ...{ reportId, name, body: {}, expectedVersion: row?.version ?? 0 },
      actor: actorOf(demoActor(this.staff, username)),
    });
    if (acted?.ok !== true) throw new Error(`the demo's report could not ${name}`);
  }
}
