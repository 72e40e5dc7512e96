import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
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

  /** The names of subjects by id; those that do not exist are missing. */
  namesOf(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, SubjectName>>;
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
    subjects: readonly { readonly subjectType: string; readonly subjectId: string }[],
  ): Promise<ReadonlyMap<string, SubjectName>> {
    const names = new Map<string, SubjectName>();
    for (const [type, door] of this.doors) {
      const ids = subjects.flatMap((one) => (one.subjectType === type ? [one.subjectId] : []));
      if (ids.length === 0) continue;
      for (const [id, name] of await door.namesOf(tx, [...new Set(ids)])) names.set(id, name);
    }
    return names;
  }

  /** Open subjects of all kinds, at most `limit` of each. */
  async openMatters(tx: Tx, limit: number): Promise<OpenMatter[]> {
    const matters: OpenMatter[] = [];
    for (const door of this.doors.values())
      matters.push(...((await door.openMatters?.(tx, limit)) ?? []));
    return matters;
  }
}
