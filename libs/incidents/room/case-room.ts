import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, addToStream, notFound } from '#platform';
import type { StreamEvent, Tx } from '#platform';
import { IncidentEntity } from '../incident.entity.js';
import { circlesOf } from '../sight/sight.js';
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
      return hasCome ? [await comingAndGoing(tx, incidentId)] : [];
    });
  }

  async goAway(incidentId: string, userId: string): Promise<void> {
    await this.change(incidentId, userId, async (tx) => {
      const hasGone = await leave(tx, { incidentId, userId });
      return hasGone ? [await comingAndGoing(tx, incidentId)] : [];
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
    act: (tx: Tx, now: number) => Promise<readonly StreamEvent[]>,
  ): Promise<RoomView> {
    const now = this.clock.now();
    const done = await this.database.transaction(async (tx) => {
      await mustExist(tx, incidentId);
      const events = await act(tx, now);
      await addToStream(tx, events, now);
      return { view: await this.view(tx, incidentId, userId), isNews: events.length > 0 };
    });
    if (done.isNews) this.nudges.send('stream');
    return done.view;
  }

  private async view(tx: Tx, incidentId: string, userId: string): Promise<RoomView> {
    await mustExist(tx, incidentId);
    const present = await presentAt(tx, incidentId, this.clock.now());
    return { present, ...(await placeOf(tx, incidentId, userId)) };
  }
}

/** Says that there is something to ask again, not who it was: events are kept for a day. */
async function comingAndGoing(tx: Tx, id: string): Promise<StreamEvent> {
  const circle = (await circlesOf(tx, [id])).get(id) ?? [];
  return { type: 'incident.presence', userId: null, data: { id }, circle };
}

const ownMarks = (id: string, userId: string): StreamEvent => ({
  type: 'incident.marks',
  userId,
  data: { id },
});

async function mustExist(tx: Tx, id: string): Promise<void> {
  if (!(await tx.getRepository(IncidentEntity).existsBy({ id }))) throw notFound('This incident');
}
