import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { appendToTimeline, lockHeads, newId, readTimeline, verifyTimeline } from '#platform';
import type { NewEntry } from '#platform';
import { openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';

let test: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  test = await openTestDatabase();
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await test.close();
});

const entry = (subjectId: string, text: string): NewEntry => ({
  subjectId,
  subjectType: 'thing',
  at: Date.UTC(2026, 0, 1),
  actor: { kind: 'system', id: null },
  type: 'noted',
  data: { text, nothing: undefined },
});

async function append(subjectId: string, ...texts: string[]): Promise<void> {
  await test.database.transaction(async (tx) => {
    const heads = await lockHeads(tx, [subjectId]);
    await appendToTimeline(
      tx,
      texts.map((text) => entry(subjectId, text)),
      heads,
    );
  });
}

const verify = () => test.database.snapshot((tx) => verifyTimeline(tx));

describe('the timeline', () => {
  it('numbers entries per subject and binds each to the one before', async () => {
    const id = newId();
    await append(id, 'first', 'second');
    await append(id, 'third');
    const entries = await readTimeline(test.database.reader, id);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(entries.map(({ prevHash }) => prevHash)).toEqual([
      '',
      entries[0]?.hash,
      entries[1]?.hash,
    ]);
  });

  it('cannot be changed by the application, nor by the owner in passing', async () => {
    const id = newId();
    await append(id, 'as it was');
    const change = "UPDATE timeline SET type = 'other' WHERE subject_id = $1";
    await expect(test.database.reader.query(change, [id])).rejects.toThrow(/permission denied/);
    await expect(test.database.reader.query('DELETE FROM timeline')).rejects.toThrow(
      /permission denied/,
    );
    await expect(owner.query(change, [id])).rejects.toThrow(/append-only/);
  });

  it('verifies, and names the row in which one byte was changed by hand', async () => {
    const id = newId();
    await append(id, 'truth', 'more');
    expect(await verify()).toMatchObject({ ok: true });
    await tamper(
      `UPDATE timeline SET data = '{"text":"trvth"}' WHERE subject_id = '${id}' AND seq = 1`,
    );
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id, seq: 1 } });
    await tamper(
      `UPDATE timeline SET data = '{"text":"truth"}' WHERE subject_id = '${id}' AND seq = 1`,
    );
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('notices that the newest entries of a subject were removed', async () => {
    const id = newId();
    await append(id, 'one', 'two');
    await tamper(`DELETE FROM timeline WHERE subject_id = '${id}' AND seq = 2`);
    const { firstBroken } = await verify();
    expect(firstBroken).toEqual({
      subjectId: id,
      seq: 2,
      reason: 'entries are missing at the end',
    });
  });
});

/** What somebody with the keys of the database server could do. */
async function tamper(statement: string): Promise<void> {
  await owner.query(
    `ALTER TABLE timeline DISABLE TRIGGER USER; ${statement}; ALTER TABLE timeline ENABLE TRIGGER USER`,
  );
}
