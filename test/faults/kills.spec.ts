import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConfigCopy } from '../support/config.js';
import { Apart, Together } from '../support/faults/deployment.js';
import type { Deployment } from '../support/faults/deployment.js';
import { OfficeUnderFire, fastConfig } from '../support/faults/office.js';
import { SlowWebhook } from '../support/faults/slow-webhook.js';
import {
  CLIMBING,
  DAMAGE,
  OVERDUE,
  SENDING_NOW,
  UNSENT,
  UNSETTLED,
  damageOfDeliveries,
  letTwoMinutesPass,
} from '../support/faults/traces.js';
import { signInAsBootstrap } from '../support/people.js';
import { Random, seedOf } from '../support/random.js';
import { until } from '../support/until.js';

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? '20');
const SEED = seedOf('FAULT_SEED');
const INCIDENTS_A_ROUND = 3;
/** The promise for the ladders: what came due meanwhile has fired this long after `ready`. */
const CAUGHT_UP_WITHIN_MS = 5_000;
/** The promise for everything. */
const RECOVERED_WITHIN_MS = 15_000;
const A_ROUND_MS = 40_000;

/** Every third round is of two programs, except that a single round is of one. */
const APART = Math.floor(ROUNDS / 3);

const DEPLOYMENTS = [
  ['one program', ROUNDS - APART, (config: ConfigCopy) => Together.open(config)],
  ['api and worker, apart', APART, (config: ConfigCopy) => Apart.open(config)],
] as const;

describe.each(DEPLOYMENTS.filter(([, rounds]) => rounds > 0))(
  `SIGKILL at random moments (seed ${String(SEED)}), of %s,`,
  (name, rounds, open) => {
    const random = new Random(SEED + name.length);
    let webhook: SlowWebhook;
    let config: ConfigCopy;
    let deployment: Deployment;
    let office: OfficeUnderFire;
    let url: string;

    beforeAll(async () => {
      webhook = await SlowWebhook.open();
      config = fastConfig(webhook.address);
      deployment = await open(config);
      url = await deployment.start(0);
      office = await OfficeUnderFire.open(url);
    }, 120_000);

    afterAll(async () => {
      await deployment.close();
      await webhook.close();
      config.remove();
    }, 30_000);

    it(
      `recovers from each of ${String(rounds)} rounds within 15 s`,
      async () => {
        for (let round = 1; round <= rounds; round += 1) {
          const watch = await office.watch(url);
          await office.report(watch, INCIDENTS_A_ROUND);
          // Some more are on their way when it happens: their answers may never come.
          const underway = Promise.allSettled([
            office.report(watch, INCIDENTS_A_ROUND),
            office.relieve(watch),
          ]);
          await delay(random.whole(0, 3_000));
          await deployment.strike(random.one(deployment.faults));
          await underway;
          url = await deployment.start(round);
          await recovered();
        }
      },
      60_000 + rounds * A_ROUND_MS,
    );

    it('comes to its end: every ladder climbed, every message settled', async () => {
      await zero('every ladder has come to its end', CLIMBING, 60_000);
      await zero('nobody is sending', SENDING_NOW, RECOVERED_WITHIN_MS);
      await deployment.look(letTwoMinutesPass);
      await zero('every message is settled', UNSETTLED, 60_000);
      const told = (state: string): Promise<number> =>
        deployment.look((owner) =>
          owner.number('SELECT count(*) FROM deliveries WHERE state = $1', [state]),
        );
      expect(await told('delivered')).toBeGreaterThan(0);
      expect(
        await deployment.look((owner) => owner.number('SELECT count(*) FROM escalation_steps')),
      ).toBeGreaterThan(rounds);
    }, 150_000);

    it.each(Object.entries(DAMAGE))('leaves no trace of %s', async (_, query) => {
      expect(await deployment.look((owner) => owner.select(query))).toEqual([]);
    });

    it('tells nobody anything twice, and loses nothing', async () => {
      const { heard } = webhook;
      expect(heard.length).toBeGreaterThan(0);
      expect(await deployment.look((owner) => damageOfDeliveries(owner, heard))).toEqual([]);
    });

    it('leaves no gap in the numbers', async () => {
      const rows = await deployment.look((owner) =>
        owner.select('SELECT number FROM incidents ORDER BY number'),
      );
      expect(rows.map(({ number }) => Number(String(number).slice(-6)))).toEqual(
        rows.map((_, index) => index + 1),
      );
    });

    it('leaves the shifts that the rota says, and a record that verifies', async () => {
      const { said, made } = await office.shifts(url);
      expect(made).toEqual(said);
      const admin = await signInAsBootstrap(url);
      expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
      await deployment.stop();
    }, 60_000);

    async function recovered(): Promise<void> {
      await until('the database answers', async () => (await count(OVERDUE)) !== null, {
        withinMs: RECOVERED_WITHIN_MS,
      });
      await zero('what came due has fired', OVERDUE, CAUGHT_UP_WITHIN_MS);
      await zero('what was to be sent is on its way', UNSENT, RECOVERED_WITHIN_MS);
    }

    const zero = (what: string, query: string, withinMs: number): Promise<void> =>
      until(what, async () => (await count(query)) === 0, { withinMs });

    /** Null while the database is away. */
    const count = (query: string): Promise<number | null> =>
      deployment.look((owner) => owner.number(query)).catch(() => null);
  },
);
