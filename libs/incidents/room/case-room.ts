import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, addToStream, notFound } from '#platform';
import type { Tx } from '#platform';
import { IncidentEntity } from '../incident.entity.js';
import { beat, leave, presentAt } from './presence.repository.js';
import type { RoomView } from './room.dto.js';
import { markRead, placeOf, setWatching } from './watching.repository.js';
import type { Watching } from './watching.repository.js';

/** Who is around an incident: looking at it now, watching it, and how far they have read. */
@Injectable()
export class CaseRoom {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  look(incidentId: string, userId: string): Promise<RoomView> {
    return this.view(this.database.reader, incidentId, userId);
  }

  /** A sign of life. The others' pages are told only when somebody comes. */
  async enter(incidentId: string, userId: string): Promise<RoomView> {
    return this.change(incidentId, userId, async (tx, now) => {
      const hasCome = await beat(tx, { incidentId, userId }, now);
      return hasCome ? [comingAndGoing(incidentId)] : [];
    });
  }

  async goAway(incidentId: string, userId: string): Promise<void> {
    await this.change(incidentId, userId, async (tx) => {
      const hasGone = await leave(tx, { incidentId, userId });
      return hasGone ? [comingAndGoing(incidentId)] : [];
    });
  }

  watch(incidentId: string, userId: string, wanted: Watching): Promise<RoomView> {
    return this.change(incidentId, userId, async (tx) => {
      await setWatching(tx, incidentId, userId, wanted);
      return [ownMarks(incidentId, userId)];
    });
  }

  read(incidentId: string, userId: string, seq: number): Promise<RoomView> {
    return this.change(incidentId, userId, async (tx) => {
      await markRead(tx, incidentId, userId, seq);
      return [ownMarks(incidentId, userId)];
    });
  }

  private async change(
    incidentId: string,
    userId: string,
    act: (tx: Tx, now: number) => Promise<Parameters<typeof addToStream>[1]>,
  ): Promise<RoomView> {
    const now = this.clock.now();
    const view = await this.database.transaction(async (tx) => {
      await mustExist(tx, incidentId);
      const events = await act(tx, now);
      await addToStream(tx, events, now);
      return { view: await this.view(tx, incidentId, userId), isNews: events.length > 0 };
    });
    if (view.isNews) this.nudges.send('stream');
    return view.view;
  }

  private async view(tx: Tx, incidentId: string, userId: string): Promise<RoomView> {
    await mustExist(tx, incidentId);
    const present = await presentAt(tx, incidentId, this.clock.now());
    return { present, ...(await placeOf(tx, incidentId, userId)) };
  }
}

/** Says that there is something to ask again, not who it was: events are kept for a day. */
const comingAndGoing = (id: string) => ({ type: 'incident.presence', userId: null, data: { id } });

const ownMarks = (id: string, userId: string) => ({ type: 'incident.marks', userId, data: { id } });

async function mustExist(tx: Tx, id: string): Promise<void> {
  if (!(await tx.getRepository(IncidentEntity).existsBy({ id }))) throw notFound('This incident');
}
