import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadFigures } from '#reporting';
import type { Figures } from '#reporting';
import { TestOffice } from '#testing';
import { Random, seedOf } from '../support/random.js';
import { RandomOffice } from './random-office.js';
import { recountFigures } from './recount-figures.js';
import type { Counted, Entry } from './recount-figures.js';

const SEED = seedOf('FIGURES_SEED');
const ACTS = 400;
const ZONE = 'Asia/Shanghai';
const DAY = 24 * 3_600_000;

let office: TestOffice;

beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());

interface Question {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
}

const ask = ({ asOf, ...period }: Question): Promise<Figures> =>
  office.app.get(ReadFigures, { strict: false }).run(period, { asOf, zone: ZONE });

/** As the recount gives them: what is not zero, and what is a share or a time. */
const said = (figures: Figures): Counted =>
  Object.fromEntries(
    [...figures].flatMap(([key, { value, ref }]) => {
      const isNothing =
        value === null ||
        (value === 0 && (ref.definition.unit === 'incidents' || ref.definition.unit === 'times'));
      return isNothing ? [] : [[key, value]];
    }),
  );

const entries = (): Promise<Entry[]> =>
  office.select<Entry>(
    'SELECT subject_id, subject_type, at, type, data FROM timeline ORDER BY subject_id, seq',
  );

describe('figures of an office in which anything happens', () => {
  it(`are those of a recount, and come out the same whenever they are asked for (FIGURES_SEED=${SEED})`, async () => {
    const random = new Random(SEED);
    const people = await RandomOffice.hire(office, random);
    const begun = office.clock.now();
    const remembered: { question: Question; figures: Counted }[] = [];
    for (let act = 1; act <= ACTS; act += 1) {
      await people.act();
      if (act % 40 !== 0) continue;
      const now = office.clock.now();
      const from = begun + random.whole(0, now - begun) - DAY;
      const question = { from, to: from + random.whole(1, 30) * DAY, asOf: now };
      remembered.push({ question, figures: said(await ask(question)) });
    }
    const timeline = await entries();
    for (const { question, figures } of remembered) {
      expect(said(await ask(question))).toEqual(figures);
      expect(figures).toEqual(recountFigures(timeline, question));
    }
    const all = { from: begun, to: office.clock.now() + 1, asOf: office.clock.now() + 1 };
    const whole = recountFigures(timeline, all);
    expect(said(await ask(all))).toEqual(whole);
    // It must be able to fail: much has happened, of every sort.
    const happened = Object.keys(whole);
    for (const key of [
      'duty.shifts',
      'duty.lateSignIns',
      'duty.missed',
      'repeated',
      'late.judge',
      'reopened',
      'merged',
      'archived',
      'escalations.started',
    ])
      expect(happened).toContain(key);
    expect(await late()).toEqual(
      Object.fromEntries(Object.entries(whole).filter(([key]) => key.startsWith('late.'))),
    );
  }, 180_000);
});

/** What the engine itself has written down as missed. */
async function late(): Promise<Counted> {
  const rows = await office.select<{ clock: string; n: number }>(
    `SELECT clock, count(*)::int AS n FROM deadlines
     WHERE subject_type = 'incident' AND breached_at IS NOT NULL GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ clock, n }) => [`late.${clock}`, n]));
}
