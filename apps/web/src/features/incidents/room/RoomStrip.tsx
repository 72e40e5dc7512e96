import Button from 'antd/es/button';
import { useRoom, useWatch } from '../../../api/room';
import { useMe } from '../../../api/session';
import type { Person } from '../../../api/types';
import { announce } from '../../../ui/announce';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { initialsOf } from './initials';
import { useText } from './text';
import { usePresence } from './use-presence';
import styles from './room.module.css';

/** As many faces as a line has room for. */
const SHOWN = 3;

/** Who else is looking at it now, and whether one wants to hear of it. */
export function RoomStrip({ incidentId }: { incidentId: string }) {
  usePresence(incidentId);
  const me = useMe();
  const { data: room } = useRoom(incidentId);
  const others = (room?.present ?? []).filter(({ id }) => id !== me.id);
  return (
    <div className={styles.strip}>
      <Looking others={others} />
      {room && <Watch incidentId={incidentId} watching={room.watching} muted={room.muted} />}
    </div>
  );
}

function Looking({ others }: { others: readonly Person[] }) {
  const t = useText();
  const shown = others.slice(0, SHOWN);
  const names = shown.map(({ name }) => name).join(t('join'));
  const more = others.length > shown.length;
  return (
    <p role="status" className={styles.looking}>
      {shown.map(({ id, name }) => (
        <span key={id} aria-hidden="true" className={styles.face}>
          {initialsOf(name)}
        </span>
      ))}
      {others.length > 0 && t(more ? 'looking.more' : 'looking', { names, count: others.length })}
    </p>
  );
}

interface WatchProps {
  readonly incidentId: string;
  readonly watching: boolean;
  readonly muted: boolean;
}

function Watch({ incidentId, watching, muted }: WatchProps) {
  const t = useText();
  const { mutate, isPending, error } = useWatch(incidentId);
  const set = (wanted: Omit<WatchProps, 'incidentId'>) =>
    mutate(wanted, {
      onSuccess: () =>
        announce(t(wanted.watching ? (wanted.muted ? 'muted' : 'watching') : 'unwatched')),
    });
  return (
    <div className={styles.watch}>
      <ProblemAlert error={error} />
      {watching && (
        <Button
          size="small"
          type="text"
          aria-pressed={muted}
          disabled={isPending}
          title={t('mute.hint')}
          onClick={() => set({ watching, muted: !muted })}
        >
          {t(muted ? 'unmute' : 'mute')}
        </Button>
      )}
      <Button
        size="small"
        disabled={isPending}
        title={t('watch.hint')}
        onClick={() => set({ watching: !watching, muted: false })}
      >
        {t(watching ? 'unwatch' : 'watch')}
      </Button>
    </div>
  );
}
