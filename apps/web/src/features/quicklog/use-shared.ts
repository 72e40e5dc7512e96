import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Draft } from '../../lib/use-draft';
import { serverNow } from '../../time/server-clock';
import { BLANK, filledFrom, type Entry } from './entry';
import { readShared, type Shared } from './shared';

interface Arrival {
  /** What came with the address; null when nothing did. */
  readonly shared: Shared | null;
  /** A draft was there before: it is not written over without being asked. */
  readonly state: 'filled' | 'asked' | 'left';
  readonly take: () => void;
  readonly leave: () => void;
}

/** Fills the form with what came with the address. Nothing is stored but on this device, as with every draft. */
export function useShared({ value, change, dirty }: Draft<Entry>): Arrival {
  const address = useLocation();
  const navigate = useNavigate();
  const [shared] = useState(() => readShared(address, serverNow()));
  const [state, setState] = useState<Arrival['state']>(dirty ? 'asked' : 'filled');
  const [isBlank] = useState(!dirty);

  useEffect(() => {
    if (shared === null) return;
    if (isBlank) change(filledFrom(shared.pasted, BLANK));
    // Loaded anew or bookmarked, the page does not bring it again.
    void navigate(address.pathname, { replace: true });
  }, [shared, isBlank, change, navigate, address.pathname]);

  const take = () => {
    if (shared !== null) change(filledFrom(shared.pasted, value));
    setState('filled');
  };
  return { shared, state, take, leave: () => setState('left') };
}
