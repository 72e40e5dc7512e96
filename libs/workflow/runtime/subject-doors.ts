import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { sql } from '#platform';
import type { Actor } from '../core/index.js';

/** What people call a subject. */
export interface SubjectName {
  readonly number: string;
  readonly title: string;
}

/** Something that is not finished, as somebody who takes it over needs to know it. */
export interface OpenMatter {
  readonly type: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly severity: string | null;
  /** When its next deadline is due; null when none runs. */
  readonly dueAt: number | null;
}

/** Something that goes on only when this person has said yes or no to it. */
export interface WaitingMatter {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  /** Since when it has waited. */
  readonly since: number;
}

/** Puts a value into a statement, and answers how the statement names it: `$3`, or `:sight3`. */
export type Bind = (value: unknown) => string;

/** A condition on the column that holds the ids of subjects, under which somebody may know of them. */
export type Sight = (idColumn: string, bind: Bind) => string;

/** The same for subjects of any kind, whose type stands in a column beside. */
export type SubjectSight = (
  columns: { readonly type: string; readonly id: string },
  bind: Bind,
) => string;

/** Adds values to the parameters of a statement written by hand. */
export const binderOf =
  (parameters: unknown[]): Bind =>
  (value) =>
    `$${String(parameters.push(value))}`;

/** What other libs may ask of the lib that owns a kind of subject, without knowing it. What a kind lacks, it leaves out. */
export interface SubjectDoor {
  /** Acknowledges the subject, when it waits for that and the actor may. Otherwise nothing happens. */
  acknowledgeIfWaiting?(
    tx: Tx,
    subjectId: string,
    actor: Actor,
    note: string | null,
    now: number,
  ): Promise<void>;

  /** Gives a command as the program itself, because a timer is due. A refusal is an answer: nothing happens. */
  actOnTime?(tx: Tx, subjectId: string, command: string, now: number): Promise<void>;

  /** What is open and would be passed on at a handover, the most urgent first. */
  openMatters?(tx: Tx, limit: number): Promise<OpenMatter[]>;

  /** What waits for this person's consent, approval, signature or receipt, the longest first. */
  waitingFor?(tx: Tx, actor: Person, limit: number): Promise<WaitingMatter[]>;

  /** The names of subjects by id; those that do not exist are missing. */
  namesOf(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, SubjectName>>;

  /** Which subjects this actor may know of; null: all. */
  sightOf?(actor: Actor): Sight | null;

  /** The people and units that may hear of subjects in the live stream besides those who see everything. */
  circlesOf?(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string[]>>;
}

/** An actor who is somebody. */
export type Person = Actor & { readonly id: string };

interface SubjectRef {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** The doors by kind of subject; each domain lib registers its own. */
@Injectable()
export class SubjectDoors {
  private readonly doors = new Map<string, SubjectDoor>();

  register(type: string, door: SubjectDoor): void {
    this.doors.set(type, door);
  }

  of(type: string): SubjectDoor | undefined {
    return this.doors.get(type);
  }

  /** The names of subjects of any kinds, by id. */
  async namesOf(
    tx: Tx,
    subjects: readonly SubjectRef[],
  ): Promise<ReadonlyMap<string, SubjectName>> {
    const names = new Map<string, SubjectName>();
    for (const [type, door] of this.doors) {
      const ids = idsOfType(type, subjects);
      if (ids.length === 0) continue;
      for (const [id, name] of await door.namesOf(tx, ids)) names.set(id, name);
    }
    return names;
  }

  /** A condition on columns of any subjects under which this actor may know of them. */
  sightOf(actor: Actor): SubjectSight {
    const limits = [...this.doors].flatMap(([type, door]) => {
      const sight = door.sightOf?.(actor) ?? null;
      return sight === null ? [] : [{ type, sight }];
    });
    return (columns, bind) =>
      limits
        .map(
          ({ type, sight }) => `(${columns.type} <> ${bind(type)} OR ${sight(columns.id, bind)})`,
        )
        .join(' AND ') || 'true';
  }

  /** Of these subjects, those that this actor may know of. */
  async seenBy(
    tx: Tx,
    actor: Actor,
    subjects: readonly SubjectRef[],
  ): Promise<ReadonlySet<string>> {
    const parameters: unknown[] = [
      subjects.map(({ subjectType }) => subjectType),
      subjects.map(({ subjectId }) => subjectId),
    ];
    const condition = this.sightOf(actor)({ type: 's.type', id: 's.id' }, binderOf(parameters));
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT s.id FROM unnest($1::text[], $2::uuid[]) AS s (type, id) WHERE ${condition}`,
      parameters,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The circles of subjects of any kinds, by id; of what is missing, everybody may hear. */
  async circlesOf(
    tx: Tx,
    subjects: readonly SubjectRef[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const circles = new Map<string, readonly string[]>();
    for (const [type, door] of this.doors) {
      const ids = idsOfType(type, subjects);
      if (ids.length === 0 || door.circlesOf === undefined) continue;
      for (const [id, circle] of await door.circlesOf(tx, ids)) circles.set(id, circle);
    }
    return circles;
  }

  /** What waits for this person, of all kinds, at most `limit` of each; the longest first. */
  async waitingFor(tx: Tx, actor: Person, limit: number): Promise<WaitingMatter[]> {
    const waiting: WaitingMatter[] = [];
    for (const door of this.doors.values())
      waiting.push(...((await door.waitingFor?.(tx, actor, limit)) ?? []));
    return waiting.sort((a, b) => a.since - b.since);
  }

  /** Open subjects of all kinds, at most `limit` of each. */
  async openMatters(tx: Tx, limit: number): Promise<OpenMatter[]> {
    const matters: OpenMatter[] = [];
    for (const door of this.doors.values())
      matters.push(...((await door.openMatters?.(tx, limit)) ?? []));
    return matters;
  }
}

const idsOfType = (type: string, subjects: readonly SubjectRef[]): string[] => [
  ...new Set(
    subjects.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : [])),
  ),
];
