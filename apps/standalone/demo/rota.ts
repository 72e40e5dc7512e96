import type { INestApplicationContext } from '@nestjs/common';
import { ActOnShift, ChangeSchedule, Leaves, SwapDuty, findDuty } from '#duty';
import type { CreateScheduleBody, Position } from '#duty';
import type { RequestActor } from '#identity';
import { Database } from '#platform';
import type { Person } from '#replay';
import { DateTime } from 'luxon';
import { demoActor } from './demo-actor.js';

const DAY_MS = 24 * 3_600_000;
const HANDOFF_HOUR = 8;
/** A month to look back on. Two and four people both divide it, so that the first of them is on duty today. */
const WEEKS_BACK = 4;

const ROTA: Readonly<Record<Position, { readonly shift: string; readonly people: string[] }>> = {
  officer: { shift: 'P1D', people: ['chenke', 'linzhou', 'zhoulan', 'tangmu'] },
  deputy: { shift: 'P1D', people: ['suhe', 'xuyan'] },
  leader: { shift: 'P7D', people: ['hechuan', 'fangzheng'] },
};

/** A rota under way: today's people have signed in, somebody wants to swap, and a leave has torn a gap. */
export class DemoRota {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly staff: readonly Person[],
    private readonly timeZone: string,
  ) {}

  /** Makes it, so that at `opening` the first of each position is on duty. */
  async make(opening: number): Promise<void> {
    const start = this.dutyDay(opening).minus({ weeks: WEEKS_BACK }).toFormat('yyyy-MM-dd');
    const positions = (Object.keys(ROTA) as Position[]).map((position) => {
      const { shift, people } = ROTA[position];
      const participants = people.map((name) => this.actor(name).id);
      return {
        position,
        layers: [{ name: '轮值', participants, shift, handoffAt: '08:00', startsOn: start }],
      };
    });
    const body: CreateScheduleBody = { name: '县网信办值班室', timeZone: this.timeZone, positions };
    await this.get(ChangeSchedule).create(body, this.actor('hechuan'));
  }

  /** Whoever is on duty at `at` and has not said so yet, does. */
  async signIn(at: number): Promise<void> {
    const reader = this.app.get(Database, { strict: false }).reader;
    for (const { id, userId, state } of await findDuty(reader, at))
      if (state === 'planned') await this.get(ActOnShift).run(id, 'sign-in', this.byId(userId));
  }

  /** What the visitor finds: an entry in the log, a gap ahead, a swap on offer. */
  async live(opening: number): Promise<void> {
    await this.signIn(opening);
    const reader = this.app.get(Database, { strict: false }).reader;
    const officer = (await findDuty(reader, opening)).find(
      ({ position }) => position === 'officer',
    );
    if (officer !== undefined) {
      const text = '人民医院来电，询问网传停水是否属实，已转水务局答复';
      const entries = [{ text, source: '电话', open: true }];
      await this.get(ActOnShift).run(officer.id, 'log', this.byId(officer.userId), { entries });
    }
    await this.tearAGap(opening);
    await this.offerASwap(opening);
  }

  private async tearAGap(opening: number): Promise<void> {
    const day = this.dutyDay(opening).plus({ days: 2 });
    const [from, to] = [day.toMillis(), day.plus({ days: 1 }).toMillis()];
    const zhoulan = this.actor('zhoulan');
    await this.get(Leaves).add({ userId: zhoulan.id, from, to, note: '参加培训' }, zhoulan);
  }

  private async offerASwap(opening: number): Promise<void> {
    const reader = this.app.get(Database, { strict: false }).reader;
    const linzhou = this.actor('linzhou');
    const next = await findDuty(
      reader,
      this.dutyDay(opening).plus({ days: 1 }).toMillis() + DAY_MS / 2,
    );
    const shift = next.find(({ userId }) => userId === linzhou.id);
    if (shift === undefined) return;
    const offer = { shiftId: shift.id, note: '孩子家长会，想换一天' };
    await this.get(SwapDuty).offer(shift.scheduleId, offer, linzhou);
  }

  private dutyDay(at: number): DateTime {
    const local = DateTime.fromMillis(at, { zone: this.timeZone });
    return local.minus({ hours: HANDOFF_HOUR }).startOf('day').plus({ hours: HANDOFF_HOUR });
  }

  private byId(userId: string): RequestActor {
    const person = this.staff.find(({ id }) => id === userId);
    return this.actor(person?.username ?? '');
  }

  private actor(username: string): RequestActor {
    return demoActor(this.staff, username);
  }

  private get<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }
}
