import { may, type Me } from '../api/types';
import type { IconName } from '../ui/Icon';

export interface Place {
  readonly to: string;
  readonly label:
    | 'nav.desk'
    | 'nav.incidents'
    | 'nav.shifts'
    | 'nav.rota'
    | 'nav.response'
    | 'nav.workflows'
    | 'nav.people'
    | 'nav.audit'
    | 'nav.engine';
  readonly icon: IconName;
  /** Who is shown the way there. The server decides who may enter. */
  readonly for?: (me: Me) => boolean;
}

const PLACES: readonly Place[] = [
  { to: '/', label: 'nav.desk', icon: 'desk' },
  { to: '/incidents', label: 'nav.incidents', icon: 'list' },
  { to: '/shifts/mine', label: 'nav.shifts', icon: 'person', for: (me) => may(me, 'duty.own') },
  { to: '/rota', label: 'nav.rota', icon: 'rota', for: (me) => may(me, 'duty.read') },
  { to: '/response', label: 'nav.response', icon: 'clock' },
  { to: '/workflows', label: 'nav.workflows', icon: 'flow' },
  {
    to: '/admin/users',
    label: 'nav.people',
    icon: 'person',
    for: (me) => may(me, 'user.manage'),
  },
  { to: '/admin/audit', label: 'nav.audit', icon: 'check', for: (me) => may(me, 'audit.read') },
  { to: '/engine', label: 'nav.engine', icon: 'pulse' },
];

export function placesFor(me: Me): readonly Place[] {
  return PLACES.filter((place) => place.for?.(me) ?? true);
}
