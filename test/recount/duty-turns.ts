import { ActOnShift, ChangeSchedule, KeepRoster } from '#duty';
import { AN_HOUR } from '#testing';
import type { TestOffice, TestUser } from '#testing';
import { asRequest } from './as-request.js';

const LATE_MS = 2 * AN_HOUR;

/** One officer, who has every shift of a day and signs in when it comes to mind: in time, late, or not at all. */
export class DutyTurns {
  private constructor(
    private readonly office: TestOffice,
    private readonly officer: TestUser,
  ) {}

  static async plan(office: TestOffice, leader: TestUser, officer: TestUser): Promise<DutyTurns> {
    const startsOn = new Date(office.clock.now()).toISOString().slice(0, 10);
    const turns = { shift: 'P1D', handoffAt: '08:00', startsOn };
    const layer = { name: '值班员', participants: [officer.id], ...turns };
    await office.app.get(ChangeSchedule, { strict: false }).create(
      {
        ...{ name: '值班室', timeZone: 'Asia/Shanghai' },
        positions: [{ position: 'officer', layers: [layer] }],
      },
      asRequest(leader),
    );
    return new DutyTurns(office, officer);
  }

  /** To the shift that is on, if nobody has yet. */
  async signIn(now: number): Promise<void> {
    await this.office.app.get(KeepRoster, { strict: false }).all();
    const [shift] = await this.office.select<{ id: string }>(
      "SELECT id FROM shifts WHERE state = 'planned' AND starts_at <= $1 AND ends_at > $2",
      [new Date(now), new Date(now + LATE_MS)],
    );
    if (shift === undefined) return;
    const acts = this.office.app.get(ActOnShift, { strict: false });
    await acts.run(shift.id, 'sign-in', asRequest(this.officer));
  }
}
