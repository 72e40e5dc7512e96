import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner } from '../support/database.js';
import { Case } from '../support/incidents.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let scene: Scene;
let owner: Owner;
let one: Case;
beforeAll(async () => {
  scene = await openScene();
  owner = await Owner.of(scene.databaseUrl);
  one = await Case.log(scene.office.monitor, { title: '真实标题' });
  await one.give(scene.office.monitor, 'report', { severity: 'IV' });
  await one.give(scene.office.officer, 'acknowledge', { note: '已知悉' });
});
afterAll(async () => {
  await owner.close();
  await scene.close();
});

const verify = () => scene.office.leader.post('/audit/verify');

/** What somebody with the keys of the database server can do. */
async function byHand(change: string, values: readonly unknown[]): Promise<void> {
  await owner.select('ALTER TABLE timeline DISABLE TRIGGER USER');
  await owner.select(change, values);
  await owner.select('ALTER TABLE timeline ENABLE TRIGGER USER');
}

describe('the audit', () => {
  it('finds everything in order', async () => {
    const checked = await owner.number('SELECT count(*) FROM timeline');
    expect(await verify()).toEqual({ ok: true, checked });
  });

  it.each([
    ['one byte of what was said', "data = replace(data::text, '已知悉', '已知晓')::jsonb"],
    ['who did it', `actor_id = '019a0000-0000-7000-8000-000000000000'`],
    ['when it was done, by a millisecond', "at = at + interval '1 millisecond'"],
    ['what was done', "type = 'acknowledge'"],
  ])('names the row in which somebody changed %s', async (_, change) => {
    const seq = await owner.number(
      "SELECT seq FROM timeline WHERE subject_id = $1 AND type = 'acknowledged'",
      [one.id],
    );
    const row = [one.id, seq];
    const before = await owner.select(
      'SELECT * FROM timeline WHERE subject_id = $1 AND seq = $2',
      row,
    );
    await byHand(`UPDATE timeline SET ${change} WHERE subject_id = $1 AND seq = $2`, row);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: one.id, seq } });
    const [kept] = before;
    await byHand(
      'UPDATE timeline SET data = $3, actor_id = $4, at = $5, type = $6 WHERE subject_id = $1 AND seq = $2',
      [...row, kept?.['data'], kept?.['actor_id'], kept?.['at'], kept?.['type']],
    );
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('shows leaders who did what, and filters by subject, person and time', async () => {
    const { officer, leader } = scene.office;
    const read = async (query: string) =>
      ((await leader.get(`/audit?${query}`)) as { items: { type: string; at: string }[] }).items;
    const all = await read(`subject=${one.id}&limit=200`);
    expect(all.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['detected', 'reported', 'acknowledged']),
    );
    expect((await read(`actor=${officer.id}`)).map(({ type }) => type)).toEqual(['acknowledged']);
    const [first] = all.slice(-1);
    expect(await read(`subject=${one.id}&to=${first?.at}`)).toEqual([]);
  });

  it('calls incidents and clocks what people call them', async () => {
    const { leader } = scene.office;
    const resumeBy = new Date(Date.now() + 3_600_000).toISOString();
    await one.give(leader, 'pause-clock', { clock: 'judge', reason: '等材料', resumeBy });
    const { items } = (await leader.get(`/audit?subject=${one.id}`)) as {
      items: { type: string; subject: unknown; clock: unknown }[];
    };
    const entry = (type: string) => items.find((item) => item.type === type);
    const { number } = one.page;
    expect(entry('clock-paused')).toMatchObject({
      subject: { type: 'incident', id: one.id, number, title: '真实标题' },
      clock: { zh: '研判', en: 'Judge' },
    });
    expect(entry('acknowledged')).toMatchObject({ subject: { number }, clock: null });
  });

  it('is not for everybody', async () => {
    expect(await scene.office.handler.refused('GET', '/audit')).toMatchObject({ status: 403 });
    expect(await scene.office.officer.refused('POST', '/audit/verify')).toMatchObject({
      status: 403,
    });
  });
});
