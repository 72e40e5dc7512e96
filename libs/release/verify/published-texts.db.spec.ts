import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyRecords } from '#platform';
import type { Verification } from '#platform';
import { recordChecks } from '#product';
import { AN_HOUR } from '#testing';
import { Newsroom } from '../testing/newsroom.js';

let room: Newsroom;
let owner: pg.Client;
/** Puts right what the test has bent. */
let mend: string | null = null;

beforeAll(async () => {
  room = await Newsroom.open();
  owner = new pg.Client({ connectionString: room.office.url });
  await owner.connect();
});
afterEach(async () => {
  if (mend !== null) await owner.query(mend);
  mend = null;
});
afterAll(async () => {
  await owner.end();
  await room.close();
});

const verify = (): Promise<Verification> =>
  room.office.database.snapshot((tx) =>
    verifyRecords(tx, recordChecks, room.office.foundation.settings),
  );

/** What somebody with the keys of the database server could do; and how it is put right again. */
async function bend(table: string, set: string, where: string): Promise<void> {
  const { rows } = await owner.query<Record<string, unknown>>(
    `SELECT to_jsonb(t) AS was FROM ${table} t WHERE ${where}`,
  );
  const [column = ''] = set.split(' = ');
  const [first] = rows;
  const was = (first?.['was'] as Record<string, unknown> | undefined)?.[column];
  const literal = pg.escapeLiteral(typeof was === 'string' ? was : JSON.stringify(was));
  mend = `UPDATE ${table} SET ${column} = ${was === null ? 'NULL' : literal} WHERE ${where}`;
  const { rowCount } = await owner.query(`UPDATE ${table} SET ${set} WHERE ${where}`);
  expect(rowCount).toBe(1);
}

describe('audit verify', () => {
  it('finds every published text as it was written: also corrected, withdrawn and filed ones', async () => {
    const { drafter, editor, leader } = room;
    const corrected = await room.published(await room.incident());
    await room.must(corrected, 'correct', drafter, { body: '已更正。', reason: '复检' });
    await room.approve(corrected);
    await room.must(corrected, 'publish', editor, room.links());
    const withdrawn = await room.published(await room.incident());
    await room.must(withdrawn, 'withdraw', leader, { reason: '数据有误' });
    await room.published();
    await room.office.advance(80 * AN_HOUR);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('finds a published answer that was edited by hand, and names its release', async () => {
    const id = await room.published(await room.incident());
    await bend('clarifications', "answer = '一切正常'", `id = '${id}'`);
    expect(await verify()).toMatchObject({
      ok: false,
      firstBroken: { subjectId: id, reason: 'text does not match its entry' },
    });
  });

  it.each([
    ['another verdict', 'clarifications', "verdict = 'true'", 'id'],
    [
      'another link',
      'clarifications',
      `links = '[{"channel":"x","url":"https://x.example"}]'`,
      'id',
    ],
    ['a correction that was struck out', 'clarifications', "corrections = '[]'", 'id'],
    ['another day', 'clarifications', "published_at = '2020-01-01'", 'id'],
    ['hidden from the public', 'clarifications', 'public = false', 'id'],
  ])('finds %s', async (_, table, set, key) => {
    const id = await room.published(await room.incident());
    await room.must(id, 'correct', room.drafter, { body: '已更正。', reason: '复检' });
    await room.approve(id);
    await room.must(id, 'publish', room.editor, room.links());
    await bend(table, set, `${key} = '${id}'`);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id } });
  });

  it.each([
    ['a reviewed text that is not out yet', 'release_versions', "body = '改过'", 'release_id'],
    ['another hash beside the text', 'release_versions', "sha256 = 'x'", 'release_id'],
  ])('finds %s', async (_, table, set, key) => {
    const id = await room.approved();
    await bend(table, set, `${key} = '${id}'`);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id, seq: 1 } });
  });

  it('finds a link of the record of publication that leads elsewhere', async () => {
    const id = await room.published();
    const links = `links = '[{"channelId":"x","channel":"x","url":"https://x.example"}]'`;
    await bend('release_publications', links, `release_id = '${id}'`);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id } });
  });

  it('finds an answer that no release has let out', async () => {
    const id = await room.published(await room.incident());
    const stray = '00000000-0000-7000-8000-000000000001';
    await owner.query(
      `INSERT INTO clarifications (id, origin, title, claim, verdict, answer, evidence, links, issued_by, published_at,
         updated_at, version, public)
       SELECT '${stray}', origin, title, claim, verdict, answer, evidence, links, issued_by, published_at, updated_at,
         version, public FROM clarifications WHERE id = '${id}'`,
    );
    mend = `DELETE FROM clarifications WHERE id = '${stray}'`;
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: stray } });
  });
});
