import { useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection } from '../api/live';
import { useSettings } from '../settings/settings';
import { durationWords } from '../time/remaining';
import { certainOffset, onServerClock } from '../time/server-clock';
import { Icon } from '../ui/Icon';
import { useText } from './text';
import styles from './LineState.module.css';

/** A short break is not worth a word: EventSource reconnects within seconds. */
const WORTH_SAYING = 4_000;
/** Below this, a wrong clock misleads nobody about a deadline. */
const CLOCK_TOLERANCE = 60_000;

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

function useOnline(): boolean {
  return useSyncExternalStore(subscribeOnline, () => navigator.onLine);
}

/** True once the stream has been lost for longer than a hiccup. */
function useLost(): boolean {
  const connection = useConnection();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const timer = setTimeout(
      () => setLost(connection === 'lost'),
      connection === 'lost' ? WORTH_SAYING : 0,
    );
    return () => clearTimeout(timer);
  }, [connection]);
  return lost;
}

/** The warnings under the top bar: what is shown may be old, or this computer's clock is wrong. */
export function LineState() {
  const t = useText();
  const { language } = useSettings();
  const online = useOnline();
  const lost = useLost();
  const offset = useSyncExternalStore(onServerClock, certainOffset);
  const clockOff = Math.abs(offset) > CLOCK_TOLERANCE;
  return (
    <div role="status">
      {!online && <Warning text={t('line.offline')} />}
      {online && lost && <Warning text={t('line.lost')} />}
      {clockOff && (
        <Warning
          text={t('line.clock', {
            direction: t(offset > 0 ? 'line.slow' : 'line.fast'),
            length: durationWords(Math.abs(offset), language),
          })}
        />
      )}
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <p className={styles.warning}>
      <Icon name="warning" size={16} />
      {text}
    </p>
  );
}
