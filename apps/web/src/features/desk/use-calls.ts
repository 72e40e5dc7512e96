import { useEffect, useRef } from 'react';
import { useDesk } from '../../api/desk';
import type { DeskItem } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { chime } from '../../lib/chime';
import { getSettings } from '../../settings/settings';
import { serverNow } from '../../time/server-clock';
import { announce } from '../../ui/announce';
import { setTitleBadge } from '../../ui/page-title';
import { callOf, newCalls } from './order';
import { useText } from './text';

function isQuiet(): boolean {
  return serverNow() < getSettings().quietUntil;
}

/** Calls the person when something new needs them: by sound, by the tab's title, and for screen readers. */
export function useCalls(userId: string): void {
  const t = useText();
  const common = useCommon();
  const { data: desk } = useDesk(userId);
  const known = useRef<ReadonlySet<string> | null>(null);
  const unseen = useRef(0);

  useEffect(() => {
    if (!desk) return;
    const fresh = known.current === null ? [] : newCalls(known.current, desk.now);
    known.current = new Set(desk.now.map(callOf));
    if (fresh.length === 0) return;
    announce(fresh.map(sentence).join(' '));
    if (isQuiet()) return;
    if (getSettings().sound) chime();
    if (document.hasFocus()) return;
    unseen.current += fresh.length;
    setTitleBadge(unseen.current);

    function sentence({ incident, escalation }: DeskItem): string {
      const grade = common(`severity.${incident.severity}`);
      return t(escalation ? 'call.escalation' : 'call.item', { grade, title: incident.title });
    }
  }, [desk, t, common]);

  useEffect(() => {
    const seen = () => {
      unseen.current = 0;
      setTitleBadge(0);
    };
    window.addEventListener('focus', seen);
    return () => {
      window.removeEventListener('focus', seen);
      seen();
    };
  }, []);
}
