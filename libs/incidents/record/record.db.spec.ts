import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AttachFile } from '../attachments/attach-file.js';
import { hashOf, readTimeline, sha256, verifyRecords } from '#platform';
import { recordChecks } from '#product';
import { Closing } from '../testing/closing.js';

let closing: Closing;
let owner: pg.Client;

beforeAll(async () => {
  closing = await Closing.open();
  owner = new pg.Client({ connectionString: closing.office.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closing.close();
});

const verify = () =>
  closing.office.database.snapshot((tx) =>
    verifyRecords(tx, recordChecks, closing.office.foundation.settings),
  );

const recordOf = async (id: string) => {
  const [row] = await closing.office.select<{
    record: Record<string, unknown>;
    sha256: string;
    chapter: number;
  }>(
    'SELECT record, sha256, chapter FROM incident_records WHERE incident_id = $1 ORDER BY chapter DESC',
    [id],
  );
  if (row === undefined) throw new Error('no record');
  return row;
};

describe('closing an incident', () => {
  it('keeps the review, the lessons and how content the person who raised it is', async () => {
    const id = await closing.disposed();
    await closing.archive(id, { review: '回应及时', satisfaction: 4, satisfactionAsked: 'phone' });
    const { record } = await recordOf(id);
    expect(record).toMatchObject({
      chapter: 1,
      closing: { review: '回应及时', satisfaction: 4, satisfactionAsked: 'phone' },
      plan: [{ title: '核实水质', status: 'done' }],
      evidence: [{ text: '检测报告第 12 号' }],
      judgements: [{ type: 'judged' }],
    });
  });

  it.each([
    [{ satisfaction: 4 }, 'archive.satisfaction-how'],
    [{ satisfactionAsked: 'phone' }, 'archive.satisfaction-score'],
  ])(
    'refuses a score without how it was asked, and the other way round: %j',
    async (given, code) => {
      const id = await closing.disposed();
      expect(await closing.tryArchive(id, given)).toMatchObject({
        ok: false,
        reasons: [{ code }],
      });
    },
  );

  it('is refused with every reason while an action is open and a score makes no sense', async () => {
    const id = await closing.observingWithOpenAction();
    const refused = await closing.tryArchive(id, { satisfactionAsked: 'phone' });
    expect(refused).toMatchObject({ ok: false, kind: 'refused' });
    const codes = refused?.ok === false ? refused.reasons.map(({ code }) => code) : [];
    expect(codes.sort()).toEqual(['archive.actions-open', 'archive.satisfaction-score']);
  });
});

describe('the frozen record', () => {
  it('has a hash that anybody can compute again, and the timeline holds it', async () => {
    const id = await closing.archived();
    const { record, sha256: kept } = await recordOf(id);
    expect(hashOf(record)).toBe(kept);
    const last = (await readTimeline(closing.office.database.reader, id)).at(-1);
    expect(last).toMatchObject({ type: 'record-sealed', data: { chapter: 1, sha256: kept } });
  });

  it('holds no wording of a mention, only its mark', async () => {
    const id = await closing.archived({ text: '自来水停了三天没人管' });
    const { record } = await recordOf(id);
    expect(JSON.stringify(record)).not.toContain('自来水停了三天没人管');
    expect(record['mentions']).toEqual([
      expect.objectContaining({ wordingSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
  });

  it('stays as it was when the incident is reopened, and the next archiving adds a chapter', async () => {
    const id = await closing.archived();
    const first = await recordOf(id);
    await closing.reopen(id);
    expect(await recordOf(id)).toEqual(first);
    await closing.disposeAgain(id);
    await closing.archive(id, { summary: '第二次结案' });
    const second = await recordOf(id);
    expect(second).toMatchObject({
      chapter: 2,
      record: { chapter: 2, closing: { summary: '第二次结案' } },
    });
    const rows = await closing.office.select(
      'SELECT chapter, sha256 FROM incident_records WHERE incident_id = $1 ORDER BY chapter',
      [id],
    );
    expect(rows).toEqual([
      { chapter: 1, sha256: first.sha256 },
      { chapter: 2, sha256: second.sha256 },
    ]);
  });
});

describe('audit verify', () => {
  it('finds a record that was edited by hand, even with a new hash beside it', async () => {
    const id = await closing.archived();
    expect(await verify()).toMatchObject({ ok: true });
    const before = await recordOf(id);
    const edited = { ...before.record, number: 'YQ-2026-999999' };
    const write = (record: unknown, hash: string) =>
      owner.query('UPDATE incident_records SET record = $2, sha256 = $3 WHERE incident_id = $1', [
        ...[id, JSON.stringify(record), hash],
      ]);
    await write(edited, before.sha256);
    const broken = { subjectId: id, reason: 'record does not match its entry' };
    expect(await verify()).toMatchObject({ ok: false, firstBroken: broken });
    await write(edited, hashOf(edited));
    expect(await verify()).toMatchObject({ ok: false, firstBroken: broken });
    await write(before.record, before.sha256);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('finds a record that was taken out, and one that nobody sealed', async () => {
    const id = await closing.archived();
    await owner.query('UPDATE incident_records SET sealed_seq = 1 WHERE incident_id = $1', [id]);
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id } });
    await owner.query(
      `UPDATE incident_records SET sealed_seq = (SELECT max(seq) FROM timeline WHERE subject_id = $1)
       WHERE incident_id = $1`,
      [id],
    );
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('finds a wording that was changed after it was sealed', async () => {
    const id = await closing.archived();
    const change = (text: string) =>
      owner.query('UPDATE mentions SET text = $2 WHERE incident_id = $1', [id, text]);
    const [mention] = await closing.office.select<{ text: string }>(
      'SELECT text FROM mentions WHERE incident_id = $1',
      [id],
    );
    await change('从来没有停过水');
    expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id } });
    await change(mention?.text ?? '');
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('finds bytes of a file that were changed on the disk', async () => {
    const id = await closing.office.log(closing.monitor);
    const content = Buffer.from('检测报告：合格');
    const attach = closing.office.app.get(AttachFile, { strict: false });
    const attached = await attach.run(id, closing.monitor, {
      originalname: 'report.txt',
      buffer: content,
    });
    expect(attached).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({ ok: true });
    const hash = sha256(content);
    const { dataDir } = closing.office.foundation.settings;
    const path = join(dataDir, 'attachments', hash.slice(0, 2), hash);
    writeFileSync(path, '检测报告：不合格');
    expect(await verify()).toMatchObject({
      ok: false,
      firstBroken: { subjectId: id, reason: 'file does not match its entry' },
    });
    writeFileSync(path, content);
    expect(await verify()).toMatchObject({ ok: true });
  });
});

it('a file is attached by sending it, not by naming an id', async () => {
  const { office, monitor } = closing;
  const id = await office.log(monitor);
  expect(await office.command(id, 'attach', monitor, { attachmentId: id })).toMatchObject({
    ok: false,
    reasons: [{ code: 'attach.file-missing' }],
  });
});
