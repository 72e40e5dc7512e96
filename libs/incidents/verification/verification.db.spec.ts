import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { AttachFile } from '../attachments/attach-file.js';
import { ExecuteCommand } from '../commands/execute-command.js';
import { Publications } from './publications.js';
import type { VerdictChange } from './publications.js';

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
const heard: VerdictChange[] = [];

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  office.app.get(Publications, { strict: false }).onVerdictChanged((_tx, change) => {
    heard.push(change);
    return Promise.resolve();
  });
});

afterAll(() => office.close());

async function attached(id: string, name: string, content: string): Promise<string> {
  const files = office.app.get(AttachFile, { strict: false });
  const file = { originalname: name, buffer: Buffer.from(content) };
  expect(await files.run(id, analyst, file)).toMatchObject({ ok: true });
  const [row] = await office.select<{ id: string }>(
    'SELECT id FROM attachments WHERE incident_id = $1 ORDER BY added_at DESC, id DESC LIMIT 1',
    [id],
  );
  return row?.id ?? '';
}

const kindOf = async (id: string): Promise<unknown> =>
  (await office.select('SELECT kind, verdict FROM incidents WHERE id = $1', [id]))[0];

describe('evidence', () => {
  it('may be a file of this incident, and of no other', async () => {
    const [mine, other] = [await office.log(monitor), await office.log(monitor)];
    const attachmentId = await attached(mine, 'report.txt', '水质合格');
    const verdict = { verdict: 'false', evidence: [{ text: '检测报告', attachmentId }] };
    expect(await office.command(other, 'set-verdict', analyst, verdict)).toMatchObject({
      ok: false,
      reasons: [{ code: 'attachment.unknown', path: 'evidence.0.attachmentId' }],
    });
    await office.must(mine, 'set-verdict', analyst, verdict);
  });

  it('is named with everything that is wrong with it', async () => {
    const id = await office.log(monitor);
    const strange = { text: '报告', attachmentId: '0190f1e2-7c1e-7abc-8def-0123456789ab' };
    const refused = await office.command(id, 'set-verdict', analyst, {
      verdict: 'false',
      evidence: [strange, { ...strange, text: '附图' }],
    });
    expect(refused).toMatchObject({
      reasons: [{ path: 'evidence.0.attachmentId' }, { path: 'evidence.1.attachmentId' }],
    });
  });

  it('is cleaned of personal data before it is kept', async () => {
    const id = await office.log(monitor);
    await office.must(id, 'set-verdict', analyst, {
      verdict: 'false',
      evidence: [{ text: '致电 13800138000 核实' }],
    });
    const [row] = await office.select("SELECT facts->'evidence' AS e FROM subjects WHERE id = $1", [
      id,
    ]);
    expect(JSON.stringify(row)).toContain('致电 [电话] 核实');
  });
});

describe('a rumour that turns out true', () => {
  it('is something else from then on, in lists as well', async () => {
    const id = await office.log(monitor);
    await office.must(id, 'set-verdict', analyst, {
      verdict: 'true',
      evidence: [{ text: '现场照片' }],
      kind: 'complaint',
    });
    expect(await kindOf(id)).toEqual({ kind: 'complaint', verdict: 'true' });
  });
});

describe('whoever keeps what is published', () => {
  it('is told, in the same transaction, of a verdict that changes under it', async () => {
    const id = await office.log(monitor);
    const evidence = [{ text: '检测报告' }];
    const releaseId = '0190f1e2-7c1e-7abc-8def-0123456789ab';
    await office.must(id, 'set-verdict', analyst, { verdict: 'false', evidence });
    await office.database.transaction(async (tx) => {
      const body = { releaseId, title: '情况说明' };
      const actor = { kind: 'system', id: null, roles: ['system'], unitId: null } as const;
      const command = { incidentId: id, name: 'publish', actor, expectedVersion: null, body };
      await office.app
        .get(ExecuteCommand, { strict: false })
        .within(tx, command, office.clock.now());
    });
    heard.length = 0;
    await office.must(id, 'set-verdict', analyst, { verdict: 'false', evidence });
    expect(heard).toEqual([]);
    await office.must(id, 'set-verdict', analyst, {
      verdict: 'partly-true',
      evidence,
      reason: '复检',
    });
    expect(heard).toEqual([
      { incidentId: id, verdict: 'partly-true', reason: '复检', byId: analyst.id },
    ]);
  });
});
