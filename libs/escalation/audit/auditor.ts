import { newId, sql, writeBeat } from '#platform';
import type { Database, Queues, Tx } from '#platform';
import { channelFigures } from '#notify';
import type { Notifier, Recipients } from '#notify';
import type { Instant } from '../core/index.js';
import type { EscalationPolicies } from '../policies.js';
import { keepFindings, takeUntold } from './finding.repository.js';
import { findingsOf } from './findings.js';
import type { AuditSigns, ChannelSigns, Finding } from './findings.js';
import { readSigns } from './read-signs.js';

/** A queue that takes longer counts as away. */
const QUEUE_ANSWERS_WITHIN_MS = 1_000;

/**
 * Checks that all that should move does: ladders, deadlines, the sweep, the outbox, the queues, the channels. It
 * needs none of them to do so: what it finds it writes down, and in the same transaction tells administrators in the
 * application, and by their channels as far as those go.
 */
export class Auditor {
  private readonly processId = newId();

  constructor(
    private readonly database: Database,
    private readonly queues: Pick<Queues, 'countsWithin'>,
    private readonly policies: EscalationPolicies,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
  ) {}

  /** What is wrong at `now`, without writing it down. */
  async look(now: Instant): Promise<Finding[]> {
    return findingsOf(await this.signs(this.database.reader, await this.doQueuesAnswer(), now));
  }

  /** Looks, keeps what it finds, tells of what is new, and leaves a sign that it was here. */
  async run(now: Instant): Promise<Finding[]> {
    const queuesAnswer = await this.doQueuesAnswer();
    return this.database.transaction(async (tx) => {
      await oneAtATime(tx);
      const findings = findingsOf(await this.signs(tx, queuesAnswer, now));
      await keepFindings(tx, findings, now);
      await this.tell(tx, now);
      await writeBeat(tx, { processId: this.processId, kind: 'audit', at: now });
      return findings;
    });
  }

  private async doQueuesAnswer(): Promise<boolean> {
    return (await this.queues.countsWithin(QUEUE_ANSWERS_WITHIN_MS)) !== null;
  }

  private async signs(tx: Tx, queuesAnswer: boolean, now: Instant): Promise<AuditSigns> {
    const moving = await readSigns(tx, this.policies, now);
    return { ...moving, queuesAnswer, channels: await channelSigns(tx, now) };
  }

  private async tell(tx: Tx, now: Instant): Promise<void> {
    const untold = await takeUntold(tx, now);
    if (untold.length === 0) return;
    const userIds = await this.recipients.of(tx, 'role:admin', { unitId: null, now });
    await this.notifier.tell(
      tx,
      untold.map(({ id, code, message, since, told }) => ({
        cause: `finding:${id}:${String(told)}`,
        userIds,
        topic: 'engine.finding',
        subjectType: 'engine',
        subjectId: id,
        escalationId: null,
        data: { code, message, since: since.toISOString() },
      })),
      now,
    );
  }
}

async function channelSigns(tx: Tx, now: Instant): Promise<ChannelSigns[]> {
  const figures = await channelFigures(tx, now);
  return figures.map(({ channel, waitingSince, failingSince, lastError }) => ({
    channel,
    waitingSince: waitingSince?.getTime() ?? null,
    failingSince: failingSince?.getTime() ?? null,
    lastError,
  }));
}

/** Several workers audit: one after the other, so that nothing opens twice. The number is any that nobody else uses. */
const oneAtATime = (tx: Tx): Promise<unknown> => sql(tx, 'SELECT pg_advisory_xact_lock(4712027)');
