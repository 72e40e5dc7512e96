import { aLayer, aSchedule, iso } from '../duty.js';
import type { CoveragePage, SchedulePage, ShiftPage } from '../duty.js';
import { ConfigCopy, always } from '../config.js';
import { aRumour } from '../incidents.js';
import type { IncidentPage } from '../incidents.js';
import { hire, passwordOf, signIn, signInAsBootstrap } from '../people.js';
import type { NewPerson, Person } from '../people.js';

const DAY_MS = 24 * 3_600_000;
/** A relief begins after so long, and lasts as long again three times: it begins and ends among the kills. */
const RELIEF_MS = 500;

/**
 * Ladders of twelve steps in a few seconds, clocks that run out while they climb, shifts that are soon late, and a
 * webhook through which everybody is told.
 */
export const fastConfig = (webhook: string): ConfigCopy =>
  new ConfigCopy()
    .set('ladders.yaml', {
      'ladders.duty.repeat': 2,
      'ladders.duty.steps.1.wait': 'PT0.3S',
      'ladders.duty.steps.2.wait': 'PT0.3S',
      'ladders.duty.steps.3.wait': 'PT0.3S',
      'ladders.duty-life.steps.1.wait': 'PT0.3S',
    })
    .set('clocks.yaml', {
      'clocks.acknowledge.due': always('PT1S'),
      'clocks.judge.due': always('PT2S'),
    })
    .set('duty.yaml', { 'shift.signIn.closes': 'PT5S' })
    .set('channels.yaml', {
      webhook: { url: webhook, secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
      limits: { perMinute: 60, retries: ['PT1S'] },
    });

const CREW: readonly NewPerson[] = [
  { username: 'watch', roles: ['monitor', 'officer', 'leader'] },
  { username: 'zhou', roles: ['officer'] },
  { username: 'lin', roles: ['officer'] },
  { username: 'chen', roles: ['officer'] },
  { username: 'liu', roles: ['leader'] },
];

/** An office with a rota that runs: officer, deputy and leader are on duty by its schedule. */
export class OfficeUnderFire {
  private constructor(
    private readonly scheduleId: string,
    private readonly relief: string,
  ) {}

  static async open(url: string): Promise<OfficeUnderFire> {
    const admin = await signInAsBootstrap(url);
    const people: Person[] = [];
    for (const newcomer of CREW) {
      const person = await hire(url, admin, newcomer);
      const contacts = [{ channel: 'webhook', address: newcomer.username }];
      await admin.must('PATCH', `/users/${person.id}`, { contacts });
      people.push(person);
    }
    const [watch, zhou, lin, chen, liu] = people as [Person, Person, Person, Person, Person];
    const rules = aSchedule([zhou, lin], [liu], {
      positions: [
        { position: 'officer', layers: [aLayer([zhou, lin])] },
        { position: 'deputy', layers: [aLayer([chen])] },
        { position: 'leader', layers: [aLayer([liu])] },
      ],
    });
    const { id } = (await watch.post('/schedules', rules)) as SchedulePage;
    return new OfficeUnderFire(id, lin.id);
  }

  /** Somebody at the desk, signed in anew: sessions are kept, but addresses change. */
  watch(url: string): Promise<Person> {
    return signIn(url, 'watch', passwordOf('watch'));
  }

  async report(watch: Person, count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const { id, version } = (await watch.post('/incidents', aRumour())) as IncidentPage;
      await watch.post(`/incidents/${id}/commands/report`, {
        expectedVersion: version,
        severity: 'III',
      });
    }
  }

  /** Another officer for a moment: two hand-overs. */
  async relieve(watch: Person): Promise<void> {
    const from = Date.now() + RELIEF_MS;
    await watch.post(`/schedules/${this.scheduleId}/overrides`, {
      ...{ position: 'officer', userId: this.relief },
      ...{ from: iso(from), to: iso(from + 3 * RELIEF_MS) },
    });
  }

  /** The ids of the shifts of the days ahead: as the rota says, and as they were made. */
  async shifts(url: string): Promise<{ readonly said: string[]; readonly made: string[] }> {
    const watch = await this.watch(url);
    const window = `from=${iso(Date.now())}&to=${iso(Date.now() + 10 * DAY_MS)}`;
    const { segments } = (await watch.get(
      `/schedules/${this.scheduleId}/coverage?${window}`,
    )) as CoveragePage;
    const { items } = (await watch.get(`/shifts?${window}`)) as { items: ShiftPage[] };
    const said = new Set(segments.flatMap(({ shift }) => (shift === undefined ? [] : [shift.id])));
    const made = items.filter(({ version }) => version > 0).map(({ id }) => id);
    return { said: [...said].sort(), made: made.sort() };
  }
}
