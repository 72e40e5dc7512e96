import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AcknowledgeEscalation } from '#escalation';
import { AN_HOUR, A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { parseDocument } from 'yaml';

let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
let analyst: TestUser;
let leader: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  officer = await office.hire('officer', ['officer']);
  analyst = await office.hire('analyst', ['analyst']);
  leader = await office.hire('leader', ['leader']);
});

afterAll(() => office.close());

beforeEach(async () => {
  // Earlier tests leave incidents behind; what they still have to say is not of this one.
  await office.sweep();
});

async function reported(severity = 'III'): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity });
  return id;
}

const steps = (id: string) =>
  office.select<{ round: number; step: number; at: Date; reached: string[] }>(
    `SELECT s.round, s.step, s.at, s.reached FROM escalation_steps s JOIN escalations e ON e.id = s.escalation_id
     WHERE e.subject_id = $1 AND e.clock = 'acknowledge' ORDER BY s.ordinal`,
    [id],
  );

const ladder = async (id: string) =>
  (
    await office.select<{ id: string; state: string; acknowledged_by: string | null }>(
      "SELECT id, state, acknowledged_by FROM escalations WHERE subject_id = $1 AND clock = 'acknowledge'",
      [id],
    )
  )[0];

const minutesSince = (start: number, dates: readonly { at: Date }[]): number[] =>
  dates.map(({ at }) => (at.getTime() - start) / A_MINUTE);

describe('a ladder', () => {
  it('tells the officer at once, the leader on duty after 5 minutes, and goes on while nobody answers', async () => {
    const start = office.clock.now();
    const id = await reported();
    await office.advance(11 * A_MINUTE);
    const taken = await steps(id);
    expect(minutesSince(start, taken).slice(0, 3)).toEqual([0, 5, 10]);
    expect(taken[0]?.reached).toEqual([officer.id]);
    expect(taken[1]?.reached).toEqual([leader.id]);
  });

  it('stops when somebody acknowledges the incident, and remembers who', async () => {
    const id = await reported();
    await office.advance(6 * A_MINUTE);
    await office.must(id, 'acknowledge', officer);
    const before = (await steps(id)).length;
    await office.advance(AN_HOUR);
    expect(await steps(id)).toHaveLength(before);
    expect(await ladder(id)).toMatchObject({ state: 'acknowledged', acknowledged_by: officer.id });
  });

  it('lets a leader whom it has reached acknowledge, with the incident', async () => {
    const id = await reported();
    await office.advance(6 * A_MINUTE);
    const { id: escalationId = '' } = (await ladder(id)) ?? {};
    await office.app.get(AcknowledgeEscalation, { strict: false }).run(escalationId, leader, null);
    expect(await office.history(id)).toEqual(
      expect.arrayContaining(['escalation-acknowledged', 'acknowledged']),
    );
    expect(await ladder(id)).toMatchObject({ state: 'acknowledged', acknowledged_by: leader.id });
  });

  it('refuses the acknowledgement of somebody whom it has not reached', async () => {
    const id = await reported();
    await office.sweep();
    const { id: escalationId = '' } = (await ladder(id)) ?? {};
    const run = office.app
      .get(AcknowledgeEscalation, { strict: false })
      .run(escalationId, analyst, null);
    await expect(run).rejects.toMatchObject({ status: 403 });
  });

  it('is exhausted when all rounds went unanswered, after steps × rounds steps, each once', async () => {
    const id = await reported();
    await office.advance(3 * AN_HOUR);
    expect(await ladder(id)).toMatchObject({ state: 'exhausted' });
    const taken = await steps(id);
    const keys = taken.map(({ round, step }) => `${String(round)}.${String(step)}`);
    expect(new Set(keys).size).toBe(taken.length);
    expect(taken.length % 3).toBe(0);
    expect(
      (await office.history(id)).filter((type) => type === 'ladder-step').length,
    ).toBeGreaterThanOrEqual(taken.length);
  });

  it('that a warning starts also begins when warning and breach were both slept through', async () => {
    const config = mkdtempSync(join(tmpdir(), 'mingbian-config-'));
    cpSync('config', config, { recursive: true });
    const file = join(config, 'clocks.yaml');
    const clocks = parseDocument(readFileSync(file, 'utf8'));
    clocks.setIn(['clocks', 'acknowledge', 'ladder'], { name: 'duty', from: 'warn' });
    writeFileSync(file, clocks.toString());
    const sleepy = await TestOffice.open({ configDir: config });
    const somebody = await sleepy.hire('somebody', ['monitor', 'officer']);
    const id = await sleepy.log(somebody);
    await sleepy.must(id, 'report', somebody, { severity: 'III' });
    sleepy.clock.advance(AN_HOUR);
    await sleepy.sweep();
    const history = await sleepy.history(id);
    await sleepy.close();
    rmSync(config, { recursive: true });
    expect(history).toEqual(expect.arrayContaining(['deadline-breached', 'ladder-step']));
    expect(history).not.toContain('deadline-warned');
  });

  it('fires each deadline once, whatever is swept in parallel', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => reported('IV')));
    office.clock.advance(AN_HOUR + 1);
    await Promise.all(Array.from({ length: 6 }, () => office.sweep()));
    for (const id of ids) {
      const breaches = await office.select<{ clock: string; times: number }>(
        `SELECT data->>'clock' AS clock, count(*)::int AS times FROM timeline
         WHERE subject_id = $1 AND type = 'deadline-breached' GROUP BY 1`,
        [id],
      );
      expect(breaches.every(({ times }) => times === 1)).toBe(true);
      expect(breaches.map(({ clock }) => clock)).toContain('acknowledge');
    }
  });
});

describe('a deadline', () => {
  const due = async (id: string, clock: string): Promise<number | undefined> =>
    (
      await office.select<{ due_at: Date }>(
        'SELECT due_at FROM deadlines WHERE subject_id = $1 AND clock = $2',
        [id, clock],
      )
    )[0]?.due_at.getTime();

  it('is re-based on its original start when the incident is regraded', async () => {
    const start = office.clock.now();
    const id = await reported('IV');
    expect(await due(id, 'judge')).toBe(start + 24 * AN_HOUR);
    await office.advance(A_MINUTE);
    await office.must(id, 'regrade', analyst, { severity: 'III', reason: '传播加快' });
    expect(await due(id, 'judge')).toBe(start + 4 * AN_HOUR);
  });

  it('stands still while paused, resumes by itself, and keeps the time it had left', async () => {
    const start = office.clock.now();
    const id = await reported('III');
    await office.must(id, 'pause-clock', leader, {
      clock: 'judge',
      reason: '等待检测结果',
      resumeBy: new Date(start + 2 * AN_HOUR).toISOString(),
    });
    await office.advance(3 * AN_HOUR);
    expect(await due(id, 'judge')).toBe(start + 6 * AN_HOUR);
    expect(await office.history(id)).toContain('deadline-resumed');
  });

  it('cannot be paused when the law sets it', async () => {
    const id = await reported('III');
    const refusal = await office.command(id, 'pause-clock', leader, {
      clock: 'first-response',
      reason: '不便回应',
      resumeBy: new Date(office.clock.now() + AN_HOUR).toISOString(),
    });
    expect(refusal).toMatchObject({ ok: false, kind: 'refused' });
  });

  it('warns at 80 % of its time and is missed at its end', async () => {
    const id = await reported('III');
    await office.must(id, 'acknowledge', officer);
    await office.advance(3.1 * AN_HOUR);
    expect(await office.history(id)).not.toContain('deadline-warned');
    await office.advance(0.2 * AN_HOUR);
    expect(await office.history(id)).toContain('deadline-warned');
    await office.advance(AN_HOUR);
    expect(await office.history(id)).toContain('deadline-breached');
  });
});
