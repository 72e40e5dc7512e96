import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '#platform';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import type { JudgementRecord } from '../core/index.js';
import { judgementCheck } from './judgement-check.js';
import { Precedents } from './precedents.js';
import { responsibleFor } from './responsible.js';

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
let leader: TestUser;
let handler: TestUser;
let unitId: string;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  leader = await office.hire('leader', ['leader']);
  handler = await office.hire('handler', ['handler'], 'water');
  unitId = await office.unitId('water');
});

afterAll(() => office.close());

const levels = {
  likelihood: { spread: 4, believability: 4, timing: 4 },
  consequence: { safety: 3, livelihood: 3, disruption: 2, trust: 3 },
};
const proposal = () => ({ ...levels, severity: 'II', decision: 'dispose', unitId });

interface Kept {
  readonly version: number;
  readonly record: JudgementRecord;
  readonly sha256: string;
}

const keptOf = (id: string): Promise<Kept[]> =>
  office.select<Kept>(
    'SELECT version, record, sha256 FROM judgements WHERE incident_id = $1 ORDER BY version',
    [id],
  );

const brokenIn = async (): Promise<unknown> =>
  (await judgementCheck.run(office.database.reader, { dataDir: '' })).firstBroken;

describe('a judgement', () => {
  it('keeps all that was seen, and the timeline holds its hash', async () => {
    const past = await office.log(monitor, { claim: '城西水厂因污染将停水 3 天', place: '城西' });
    await office.must(past, 'set-verdict', analyst, {
      verdict: 'false',
      evidence: [{ text: '检测报告' }],
    });
    const id = await office.log(monitor, { claim: '城东水厂因污染将停水 7 天' });
    await office.must(id, 'report', monitor, { severity: 'III' });
    await office.must(id, 'judge', analyst, { ...proposal(), reason: '致电 13800138000 核实过' });
    const [kept] = await keptOf(id);
    expect(kept?.version).toBe(3);
    expect(kept?.record).toMatchObject({
      incident: { id, version: 2, claim: '城东水厂因污染将停水 7 天', state: 'reported' },
      mentions: { count: 1, curve: [{ count: 1 }] },
      score: { likelihood: 4, consequence: 3, score: 12, severity: 'II' },
      judged: { severity: 'II', decision: 'dispose', unitId, reason: '致电 [电话] 核实过' },
      responsible: { unitId, why: { zh: expect.stringContaining('供水排水') } },
    });
    expect(kept?.record.factors[0]).toMatchObject({
      level: 4,
      words: { zh: '登上本地热搜或有媒体转载' },
    });
    expect(kept?.record.similar.find((one) => one.id === past)).toMatchObject({
      verdict: 'false',
      shared: expect.arrayContaining([expect.stringContaining('水厂因污染将停水')]),
    });
    const [entry] = await office.select(
      "SELECT data->'params'->>'seen' AS seen FROM timeline WHERE subject_id = $1 AND type = 'judgement-proposed'",
      [id],
    );
    expect(entry).toEqual({ seen: kept?.sha256 });
    await office.must(id, 'concur', leader);
    const [subject] = await office.select(
      "SELECT facts->>'judgedOn' AS on FROM subjects WHERE id = $1",
      [id],
    );
    expect(subject).toEqual({ on: kept?.sha256 });
  });

  it('that is refused keeps nothing', async () => {
    const id = await office.log(monitor);
    await office.must(id, 'report', monitor, { severity: 'III' });
    const refused = await office.command(id, 'judge', analyst, { ...proposal(), severity: 'IV' });
    expect(refused).toMatchObject({ ok: false });
    expect(await keptOf(id)).toEqual([]);
  });

  it('with levels that are none is refused, whatever they are', async () => {
    const id = await office.log(monitor);
    await office.must(id, 'report', monitor, { severity: 'III' });
    const none = { toString: 1 };
    for (const [name, body] of [
      ['judge', { ...proposal(), likelihood: { ...levels.likelihood, spread: none } }],
      ['regrade', { severity: 'I', reason: '扩散', 'likelihood.spread': none }],
    ] as const)
      expect(await office.command(id, name, analyst, body)).toMatchObject({ ok: false });
    expect(await keptOf(id)).toEqual([]);
  });

  it('that somebody edits in the database is found', async () => {
    const id = await office.log(monitor);
    await office.must(id, 'report', monitor, { severity: 'III' });
    await office.must(id, 'judge', analyst, proposal());
    expect(await brokenIn()).toBeUndefined();
    const edit = (from: string, to: string) =>
      office.database.transaction((tx) =>
        sql(
          tx,
          `UPDATE judgements SET record = replace(record::text, $2, $3)::jsonb WHERE incident_id = $1`,
          [id, from, to],
        ),
      );
    await edit('停水一周', '停水一天');
    expect(await brokenIn()).toMatchObject({ subjectId: id, seq: 3 });
    await edit('停水一天', '停水一周');
    expect(await brokenIn()).toBeUndefined();
  });
});

describe('what helps whoever judges', () => {
  it('says who answers for it, and why', async () => {
    const tx = office.database.reader;
    const categories = [
      { code: 'water', zh: '供水排水', en: 'Water and drainage', ownerUnit: 'water' },
    ];
    expect(await responsibleFor(tx, 'water', categories)).toMatchObject({
      unitId,
      why: { zh: expect.stringContaining('责任分解表') },
    });
    await office.database.transaction((write) =>
      sql(write, 'UPDATE responsibilities SET retired_at = $1', [new Date(office.clock.now())]),
    );
    expect(await responsibleFor(tx, 'water', categories)).toMatchObject({
      unitId,
      why: { zh: expect.stringContaining('没有登记') },
    });
    expect(await responsibleFor(tx, 'elsewhere', categories)).toBeNull();
  });

  it('shows nobody a precedent that they may not know of', async () => {
    const precedents = office.app.get(Precedents, { strict: false });
    const claim = '南桥小学食堂发现过期食品';
    await office.log(monitor, { claim, category: 'school-food' });
    const of = (reader: TestUser) =>
      precedents.of(
        office.database.reader,
        { id: '0190f1e2-7c1e-7abc-8def-0123456789ab', claim },
        reader,
      );
    expect(await of(analyst)).toMatchObject([{ claim, score: 1 }]);
    expect(await of(handler)).toEqual([]);
  });
});
