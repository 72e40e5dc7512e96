import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, writeBeat } from '#platform';
import { A_MINUTE, openTestDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { keepFindings } from './finding.repository.js';
import type { Finding } from './findings.js';
import { readHeartbeat } from './heartbeat.repository.js';
import { Heartbeat } from './heartbeat.js';

const NINE = Date.UTC(2026, 2, 2, 1);

let test: TestDatabase;
let server: Server;
/** What the watchman heard, and what he answers. */
let heard: string[];
let answers: number;
let clock: ManualClock;

beforeAll(async () => {
  test = await openTestDatabase();
  server = createServer((request, response) => {
    heard.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(answers, answers === 302 ? { location: '/elsewhere' } : {}).end('ok');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
});

beforeEach(async () => {
  heard = [];
  answers = 200;
  clock = new ManualClock(NINE);
  for (const table of ['engine_beats', 'engine_heartbeat', 'engine_findings'])
    await test.database.reader.query(`DELETE FROM ${table}`);
});

const url = (): string =>
  `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/ping/s3cret`;
const heartbeat = (to = url()): Heartbeat =>
  new Heartbeat({ url: to, everyMs: A_MINUTE }, test.database, clock, { error: () => undefined });

const audited = (at: number): Promise<void> =>
  writeBeat(test.database.reader, { processId: newId(), kind: 'audit', at });
const find = (findings: readonly Finding[]): Promise<void> =>
  keepFindings(test.database.reader, findings, clock.now());

const STUCK: Finding = {
  code: 'ladder.stuck',
  key: 'L1',
  since: NINE,
  subject: null,
  message: { zh: '停住了', en: 'stuck' },
};

describe('the heartbeat', () => {
  it('pings the watchman, and again after the time he wants, while audits find nothing', async () => {
    await audited(NINE);
    expect(await heartbeat().once()).toBe(A_MINUTE);
    expect(heard).toEqual(['GET /ping/s3cret']);
    expect(await readHeartbeat(test.database.reader)).toEqual({
      succeededAt: new Date(NINE),
      failedAt: null,
      error: null,
    });
  });

  it('is silent while a finding is open, looks again soon, and pings once it is resolved', async () => {
    await audited(NINE);
    await find([STUCK]);
    expect(await heartbeat().once()).toBe(5_000);
    expect(heard).toEqual([]);
    await find([]);
    await heartbeat().once();
    expect(heard).toHaveLength(1);
  });

  it('is silent when nobody has audited, or not for two minutes', async () => {
    await heartbeat().once();
    await audited(NINE);
    clock.moveTo(NINE + 2 * A_MINUTE);
    await heartbeat().once();
    expect(heard).toEqual([]);
    await audited(NINE + 1);
    await heartbeat().once();
    expect(heard).toHaveLength(1);
  });

  it('shows that the watchman refuses, and goes on pinging: he may come back', async () => {
    await audited(NINE);
    await heartbeat().once();
    answers = 500;
    clock.advance(A_MINUTE);
    expect(await heartbeat().once()).toBe(A_MINUTE);
    expect(await readHeartbeat(test.database.reader)).toEqual({
      succeededAt: new Date(NINE),
      failedAt: new Date(NINE + A_MINUTE),
      error: 'HTTP 500',
    });
    await heartbeat().once();
    expect(heard).toHaveLength(3);
  });

  it('follows nobody elsewhere', async () => {
    await audited(NINE);
    answers = 302;
    await heartbeat().once();
    expect(heard).toEqual(['GET /ping/s3cret']);
    expect(await readHeartbeat(test.database.reader)).toMatchObject({ error: 'HTTP 302' });
  });

  it('says why the watchman cannot be reached without giving his address away', async () => {
    await audited(NINE);
    await heartbeat('http://127.0.0.1:1/ping/s3cret').once();
    const { error } = await readHeartbeat(test.database.reader);
    expect(error).toMatch(/^[A-Za-z_ ]+$/);
  });

  it('does not keep a stop waiting for an answer', async () => {
    await audited(NINE);
    const silent = createServer(() => undefined);
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const arrived = new Promise((request) => silent.once('request', request));
    const { port } = silent.address() as AddressInfo;
    const beating = heartbeat(`http://127.0.0.1:${String(port)}/`);
    beating.start();
    await arrived;
    await beating.stop();
    expect(await readHeartbeat(test.database.reader)).toMatchObject({ failedAt: null });
    silent.closeAllConnections();
    silent.close();
  });

  it('does nothing where no watchman is named', async () => {
    await audited(NINE);
    const none = new Heartbeat(null, test.database, clock, { error: () => undefined });
    await none.once();
    expect(heard).toEqual([]);
  });
});
