import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Auditor, EscalationPolicies } from '#escalation';
import { Notifier, Recipients } from '#notify';
import { addToOutbox, lastBeat, newId, sql, writeBeat } from '#platform';
import { AN_HOUR, A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { openFindings, recentlyResolved, trimFindings } from './finding.repository.js';
import { STUCK_DEADLINES, STUCK_LADDERS } from './read-signs.js';

let office: TestOffice;
let officer: TestUser;
let admin: TestUser;
let incident: string;

const sweeper = newId();

beforeAll(async () => {
  office = await TestOffice.open();
  officer = await office.hire('officer', ['monitor', 'officer']);
  admin = await office.hire('admin', ['admin']);
  await office.hire('leader', ['leader']);
});
afterAll(() => office.close());

beforeEach(async () => {
  incident = await office.log(officer);
  await office.must(incident, 'report', officer, { severity: 'III' });
  await office.sweep();
});

const auditor = () => office.app.get(Auditor, { strict: false });
const beat = () =>
  writeBeat(office.database.reader, {
    processId: sweeper,
    kind: 'sweep',
    at: office.clock.now(),
  });

/** An audit a minute later, with all that is due fired and the sweep alive, unless the test says otherwise. */
async function audit(by: Pick<Auditor, 'run'> = auditor()): Promise<string[]> {
  await beat();
  return (await by.run(office.clock.now())).map(({ code }) => code);
}

/** Every minute for so long. */
async function auditFor(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    office.clock.advance(A_MINUTE);
    await audit();
  }
}

const open = async () => (await openFindings(office.database.reader)).map(({ code }) => code);

const told = (code: string) =>
  office.select<{ user_id: string; data: { message: { zh: string } } }>(
    "SELECT user_id, data FROM notifications WHERE topic = 'engine.finding' AND data->>'code' = $1",
    [code],
  );

const onLadder = (change: string, id = incident) =>
  office.select(
    `UPDATE escalations SET ${change} WHERE subject_id = $1 AND clock = 'acknowledge'`,
    [id],
  );
const onDeadline = (change: string) =>
  office.select(`UPDATE deadlines SET ${change} WHERE subject_id = $1 AND clock = 'judge'`, [
    incident,
  ]);
/** A message written three minutes ago, and what has become of it. */
async function aMessage(became: string): Promise<void> {
  const { reader } = office.database;
  await addToOutbox(
    reader,
    [{ name: 'a-message', payload: {} }],
    office.clock.now() - 3 * A_MINUTE,
  );
  await sql(reader, `UPDATE outbox SET ${became}`);
}
/** A message to the officer by e-mail, and what has become of it. */
async function aMail(
  became: 'queued' | 'failed' | 'delivered',
  at: number = office.clock.now(),
): Promise<void> {
  const moment = new Date(at);
  await office.select(
    `INSERT INTO deliveries (id, cause, user_id, channel, address, severity, state, code, reason, next_attempt_at,
       expires_at, sending_since, created_at, done_at)
     VALUES ($1::uuid, $1::uuid::text, $2, 'email', 'officer@example.cn', 'III', $3, $4, $5, $6, $6, $7, $6, $7)`,
    [
      newId(),
      officer.id,
      became,
      became === 'failed' ? 'unreachable' : null,
      became === 'failed' ? 'cannot connect to mail.example.cn' : null,
      moment,
      became === 'queued' ? null : moment,
    ],
  );
}
const allIsDone = () => office.select('DELETE FROM outbox');

describe('an audit of an office where all moves', () => {
  it('finds nothing: climbing, acknowledged and paused ladders, running and dormant deadlines', async () => {
    await office.must(incident, 'pause-clock', await office.hire('chief', ['leader']), {
      clock: 'acknowledge',
      reason: '等待检测结果',
      resumeBy: new Date(office.clock.now() + AN_HOUR).toISOString(),
    });
    const second = await office.log(officer);
    await office.must(second, 'report', officer, { severity: 'II' });
    await office.sweep();
    expect(await audit()).toEqual([]);
    expect(await lastBeat(office.database.reader, 'audit')).toBe(office.clock.now());
  });
});

/** Each thing that can break: how it is broken, what is found, and how it is mended. */
const BREAKS: readonly [string, string, () => Promise<unknown>, () => Promise<unknown>][] = [
  [
    'a climbing ladder that has no next step',
    'ladder.stuck',
    () => onLadder('next_step_at = NULL, fire_at = NULL'),
    () =>
      onLadder(
        "next_step_at = started_at + interval '5 min', fire_at = started_at + interval '5 min'",
      ),
  ],
  [
    'a climbing ladder that nothing wakes for its next step',
    'ladder.stuck',
    () => onLadder('fire_at = NULL'),
    () => onLadder('fire_at = next_step_at'),
  ],
  [
    'a climbing ladder that is woken later than its next step',
    'ladder.stuck',
    () => onLadder("fire_at = next_step_at + interval '1 hour'"),
    () => onLadder('fire_at = next_step_at'),
  ],
  [
    'an acknowledged ladder that never lapses',
    'ladder.stuck',
    () => onLadder("state = 'acknowledged', lapses_at = NULL, fire_at = NULL"),
    () => onLadder("state = 'active', fire_at = next_step_at"),
  ],
  [
    'a ladder that stands still while its deadline runs',
    'ladder.stuck',
    () => onLadder('moving = false, fire_at = NULL'),
    () => onLadder('moving = true, fire_at = next_step_at'),
  ],
  [
    'a ladder that is over and has not ended',
    'ladder.stuck',
    () => onLadder("state = 'exhausted', fire_at = NULL"),
    () => onLadder("state = 'active', fire_at = next_step_at"),
  ],
  [
    'a running deadline that nothing wakes',
    'deadline.stuck',
    () => onDeadline('fire_at = NULL'),
    () => onDeadline('fire_at = warn_at'),
  ],
  [
    'a running deadline that is woken after it is due',
    'deadline.stuck',
    () => onDeadline("fire_at = due_at + interval '1 second'"),
    () => onDeadline('fire_at = warn_at'),
  ],
  [
    'a paused deadline that never runs on',
    'deadline.stuck',
    () =>
      onDeadline("state = 'paused', paused_at = started_at, resume_by = due_at, fire_at = NULL"),
    () => onDeadline("state = 'running', paused_at = NULL, resume_by = NULL, fire_at = warn_at"),
  ],
  [
    'a step that is late by more than 5 s',
    'firing.late',
    () => {
      office.clock.advance(5 * A_MINUTE + 5_001);
      return Promise.resolve();
    },
    () => office.sweep(),
  ],
  [
    'a message that nobody hands to the queue',
    'outbox.stuck',
    () => aMessage('dispatched_at = NULL'),
    allIsDone,
  ],
  [
    'a message that the queue has and nobody does',
    'queue.stuck',
    () => aMessage('dispatched_at = created_at, attempts = 2'),
    allIsDone,
  ],
  [
    'a message that was given up',
    'outbox.failed',
    () => aMessage('dispatched_at = created_at, attempts = 12'),
    allIsDone,
  ],
  [
    'a channel that sends nothing',
    'channel.stuck',
    () => aMail('queued', office.clock.now() - 3 * A_MINUTE),
    () => office.select("UPDATE deliveries SET state = 'delivered', done_at = next_attempt_at"),
  ],
  [
    'a channel on which nothing arrives',
    'channel.failing',
    () => aMail('failed'),
    () => {
      office.clock.advance(1);
      return aMail('delivered');
    },
  ],
];

describe('an audit of a broken office', () => {
  it.each(BREAKS)(
    'finds %s (%s), tells the administrator once, and sees it mended',
    async (_, code, breakIt, mend) => {
      expect(await audit()).toEqual([]);
      const before = (await told(code)).length;
      await breakIt();
      expect(await audit()).toEqual([code]);
      expect(await audit()).toEqual([code]);
      expect(await open()).toEqual([code]);
      const news = (await told(code)).slice(before);
      expect(news.map(({ user_id }) => user_id)).toEqual([admin.id]);
      await mend();
      expect(await audit()).toEqual([]);
      expect(await open()).toEqual([]);
      // The next case breaks the same thing anew, and not within the time in which it would count as the same.
      await office.advance(11 * A_MINUTE);
    },
  );

  it('finds a sweep that lives no more', async () => {
    await audit();
    await office.select("UPDATE engine_beats SET at = at - interval '11 s' WHERE kind = 'sweep'");
    const found = await auditor().run(office.clock.now());
    expect(found.map(({ code }) => code)).toEqual(['sweep.silent']);
    expect(await audit()).toEqual([]);
  });

  it('finds a queue that does not answer', async () => {
    const deaf = new Auditor(
      office.database,
      { countsWithin: () => Promise.resolve(null) },
      office.app.get(EscalationPolicies, { strict: false }),
      office.app.get(Recipients, { strict: false }),
      office.app.get(Notifier, { strict: false }),
    );
    expect(await audit(deaf)).toEqual(['queue.away']);
    expect(await audit()).toEqual([]);
  });
});

describe('a finding', () => {
  const ladderFindings = () =>
    office.select<{ told: number; resolved_at: Date | null }>(
      "SELECT told, resolved_at FROM engine_findings WHERE key = (SELECT id::text FROM escalations WHERE subject_id = $1 AND clock = 'acknowledge')",
      [incident],
    );

  it('is told again after an hour if it is still so', async () => {
    await onLadder('next_step_at = NULL, fire_at = NULL');
    await audit();
    await auditFor(59);
    expect(await ladderFindings()).toEqual([{ told: 1, resolved_at: null }]);
    await auditFor(1);
    expect(await ladderFindings()).toEqual([{ told: 2, resolved_at: null }]);
    await auditFor(59);
    expect(await ladderFindings()).toEqual([{ told: 2, resolved_at: null }]);
    await onLadder("ended_at = started_at, state = 'stopped'");
    await audit();
  });

  it('that comes and goes is one and told once; one that comes back after ten minutes is news', async () => {
    for (let times = 0; times < 3; times += 1) {
      await onLadder('fire_at = NULL');
      await audit();
      office.clock.advance(A_MINUTE);
      await onLadder(
        "next_step_at = timestamptz '2027-01-01Z', fire_at = timestamptz '2027-01-01Z'",
      );
      await audit();
    }
    expect(await ladderFindings()).toEqual([{ told: 1, resolved_at: expect.any(Date) }]);
    office.clock.advance(11 * A_MINUTE);
    await onLadder('fire_at = NULL');
    await audit();
    expect((await ladderFindings()).map(({ told: times }) => times)).toEqual([1, 1]);
    await onLadder("ended_at = started_at, state = 'stopped'");
    await audit();
  });

  it('opens once, however many workers audit at the same time', async () => {
    await onLadder('fire_at = NULL');
    const before = (await told('ladder.stuck')).length;
    await beat();
    await Promise.all(Array.from({ length: 5 }, () => auditor().run(office.clock.now())));
    expect(await ladderFindings()).toEqual([{ told: 1, resolved_at: null }]);
    expect((await told('ladder.stuck')).length - before).toBe(1);
    await onLadder("ended_at = started_at, state = 'stopped'");
    await audit();
  });

  it('stays in sight for a day after it was resolved, and is forgotten after a quarter', async () => {
    const { reader } = office.database;
    expect((await recentlyResolved(reader, office.clock.now())).length).toBeGreaterThan(0);
    expect(await recentlyResolved(reader, office.clock.now() + 25 * AN_HOUR)).toEqual([]);
    await trimFindings(reader, office.clock.now() + 91 * 24 * AN_HOUR);
    expect(await office.select('SELECT id FROM engine_findings')).toEqual([]);
  });
});

describe('looking each minute', () => {
  it.each([
    ['escalations_stuck', STUCK_LADDERS],
    ['deadlines_stuck', STUCK_DEADLINES],
  ])('reads %s, which is empty while all is well', async (index, query) => {
    const plan = await office.database.transaction(async (tx) => {
      await sql(tx, 'SET LOCAL enable_seqscan = off');
      return sql(tx, `EXPLAIN ${query}`);
    });
    expect(JSON.stringify(plan)).toContain(index);
  });
});
