import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#platform';
import { A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ReadFigures } from '../figures/read-figures.js';
import { FoldDueLives } from './fold-due-lives.js';
import { LifeReading } from './life-reading.js';

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
let handler: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  handler = await office.hire('handler', ['handler'], 'water');
});
afterAll(() => office.close());

const door = <T>(type: new (...parts: never[]) => T): T => office.app.get(type, { strict: false });

async function valuesNow(keys: readonly string[]): Promise<(number | null | undefined)[]> {
  const now = office.clock.now() + 1;
  const day = 24 * 60 * A_MINUTE;
  const figures = await door(ReadFigures).run(
    { from: now - day, to: now + day },
    { asOf: now, zone: 'Asia/Shanghai' },
  );
  return keys.map((key) => figures.get(key)?.value);
}

describe('lives', () => {
  it('owe nothing for a term that was lifted: what a unit hands back was not disposed of', async () => {
    const id = await office.log(monitor);
    await office.command(id, 'report', monitor, { severity: 'IV' });
    await office.advance(10 * A_MINUTE);
    await office.command(id, 'judge', analyst, {
      likelihood: { spread: 1, believability: 1, timing: 1 },
      consequence: { safety: 1, livelihood: 1, disruption: 1, trust: 1 },
      ...{ severity: 'IV', decision: 'dispose', unitId: await office.unitId('water') },
    });
    await office.advance(20 * A_MINUTE);
    await office.command(id, 'hand-back', handler, { reason: '不归我们管' });
    const keys = ['kept.judge', 'medianMinutes.judge', 'kept.dispose', 'medianMinutes.dispose'];
    expect(await valuesNow(keys)).toEqual([1, 10, 0, null]);
  });

  it('are folded anew when the rules have changed since', async () => {
    const reader = door(Database);
    const fold = async (): Promise<void> => {
      // Another process, which has not looked yet.
      const lives = new FoldDueLives(reader, door(LifeReading));
      while ((await lives.run()) > 0);
    };
    const states = (): Promise<{ state: string }[]> => office.select('SELECT state FROM lives', []);
    await fold();
    const before = await states();
    await office.select("UPDATE lives SET state = 'by other rules' RETURNING 1", []);
    await fold();
    expect(await states()).not.toEqual(before);
    await office.select("UPDATE lives_reading SET hash = 'other' RETURNING 1", []);
    await fold();
    expect(await states()).toEqual(before);
  });
});
