import { useEffect } from 'react';
import { enterRoom, leaveRoom } from '../../../api/room';

/** The server takes somebody for gone after 45 s without a sign. */
const EVERY = 20_000;

/** Lets the others see that one is looking, as long as the page is in front. */
export function usePresence(incidentId: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const come = () => {
      clearInterval(timer);
      timer = setInterval(() => void enterRoom(incidentId), EVERY);
      void enterRoom(incidentId);
    };
    const go = () => {
      clearInterval(timer);
      leaveRoom(incidentId);
    };
    const onVisibility = () => (document.visibilityState === 'visible' ? come() : go());
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', go);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', go);
      go();
    };
  }, [incidentId]);
}
