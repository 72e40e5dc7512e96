import { Injectable } from '@nestjs/common';
import type { NewEntry, Tx } from '#platform';
import { addToOutbox, appendToTimeline, jobOf, sql } from '#platform';
import { create, decide, storedFacts } from '../core/index.js';
import type {
  Accepted,
  Command,
  CompiledDefinition,
  Decision,
  Facts,
  WorkflowEvent,
} from '../core/index.js';
import { DeadlineBook } from './deadline-book.js';
import { Definitions } from './definitions.js';
import { lockSubjects } from './loaded.js';
import type { Loaded } from './loaded.js';
import { workflowMessage } from './workflow-message.js';

/** The one event whose meaning the engine knows: somebody takes the subject, and its ladders stop. */
const ACKNOWLEDGED = 'acknowledged';
const NEW_HEAD = { seq: 0, hash: '' } as const;

/** Loads, locks, asks the core, and writes down its answer. Every change of a subject passes here. */
@Injectable()
export class WorkflowRuntime {
  constructor(
    private readonly definitions: Definitions,
    private readonly book: DeadlineBook,
  ) {}

  lock(tx: Tx, ids: readonly string[]): Promise<Map<string, Loaded>> {
    return lockSubjects(tx, ids, this.definitions, this.book);
  }

  decide(loaded: Loaded, command: Command, now: number): Decision {
    return decide(loaded.definition, loaded.subject, command, now);
  }

  /** What a new subject of the present version of a workflow would be. Nothing is written. */
  conceive(type: string, id: string, command: Command, now: number): Decision {
    return create(this.definitions.current(type).definition, id, command, now);
  }

  /** Begins a subject of the present version of a workflow. Nothing is written when it is refused. */
  async create(tx: Tx, type: string, id: string, command: Command, now: number): Promise<Decision> {
    const decision = this.conceive(type, id, command, now);
    if (decision.ok) await this.begin(tx, type, decision, now);
    return decision;
  }

  /** Writes down a subject as it was conceived. */
  async begin(tx: Tx, type: string, decision: Accepted, now: number): Promise<void> {
    const { definition, version } = this.definitions.current(type);
    const { id, state, version: subjectVersion } = decision.subject;
    await sql(
      tx,
      'INSERT INTO subjects (id, type, workflow_version, state, version, facts) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, type, version, state, subjectVersion, factsJson(definition, decision)],
    );
    await this.record(tx, { type, definition, head: NEW_HEAD }, decision, now);
  }

  /** Writes an accepted decision: the subject, its timeline, its deadlines and its messages. */
  async persist(tx: Tx, loaded: Loaded, decision: Accepted, now: number): Promise<void> {
    const { id, state, version } = decision.subject;
    await sql(tx, 'UPDATE subjects SET state = $2, version = $3, facts = $4 WHERE id = $1', [
      id,
      state,
      version,
      factsJson(loaded.definition, decision),
    ]);
    await this.record(tx, loaded, decision, now);
  }

  private async record(
    tx: Tx,
    { type, definition, head }: Pick<Loaded, 'type' | 'definition' | 'head'>,
    decision: Accepted,
    now: number,
  ): Promise<void> {
    const { id, facts, version } = decision.subject;
    const entries = decision.events.map((event) => toEntry(id, type, event));
    await appendToTimeline(tx, entries, new Map([[id, head]]));
    const [event] = decision.events;
    const acknowledgedBy = event?.type === ACKNOWLEDGED ? event.actor.id : null;
    if (decision.deadlines.length > 0 || acknowledgedBy !== null) {
      await this.book.apply(tx, {
        subjectId: id,
        subjectType: type,
        grade: gradeOf(definition, facts),
        changes: decision.deadlines,
        from: event?.from ?? null,
        acknowledgedBy,
        params: event?.params ?? {},
        now,
      });
    }
    const unitId = typeof facts['unitId'] === 'string' ? facts['unitId'] : null;
    const jobs = decision.messages.map(({ topic, to }) =>
      jobOf(workflowMessage, {
        topic,
        to: [...to],
        subjectType: type,
        subjectId: id,
        version,
        unitId,
        severity: gradeOf(definition, facts),
      }),
    );
    await addToOutbox(tx, jobs, now);
  }
}

const factsJson = (definition: CompiledDefinition, { subject }: Accepted): string =>
  JSON.stringify(storedFacts(definition, subject.facts));

function gradeOf(definition: CompiledDefinition, facts: Facts): string | null {
  const grade = definition.grade === null ? null : facts[definition.grade];
  return typeof grade === 'string' ? grade : null;
}

/** The event as the timeline keeps it: everything that folding it again needs. */
function toEntry(subjectId: string, subjectType: string, event: WorkflowEvent): NewEntry {
  const { type, at, actor, command, from, to, params, set } = event;
  return { subjectId, subjectType, at, actor, type, data: { command, from, to, params, set } };
}
