import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Actor } from '../core/index.js';

/** What other libs may ask of the lib that owns a kind of subject, without knowing it. */
export interface SubjectDoor {
  /** Acknowledges the subject, when it waits for that and the actor may. Otherwise nothing happens. */
  acknowledgeIfWaiting(
    tx: Tx,
    subjectId: string,
    actor: Actor,
    note: string | null,
    now: number,
  ): Promise<void>;
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
}
