import { useEffect, useState } from 'react';
import { markRead, useRoom } from '../../../api/room';

/**
 * The last entry that one had seen when the page was opened, so that the line stays where it is while one reads; what is
 * on the screen counts as seen. Null: the first look, to which everything is new.
 */
export function useSeen(incidentId: string, lastShown: number): number | null {
  const { data: room } = useRoom(incidentId);
  const [before, setBefore] = useState<number | null | undefined>(undefined);
  if (before === undefined && room !== undefined) setBefore(room.seenSeq);

  const seen = room?.seenSeq ?? 0;
  const isNew = room !== undefined && lastShown > seen;
  useEffect(() => {
    if (!isNew) return undefined;
    const mark = () => {
      if (document.visibilityState === 'visible') void markRead(incidentId, lastShown);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [incidentId, lastShown, isNew]);

  return before ?? null;
}
