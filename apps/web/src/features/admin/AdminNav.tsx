import { useMe } from '../../api/session';
import { may, type Permission } from '../../api/types';
import { Places } from '../../ui/Places';
import { useText } from './text';

const PLACES: readonly {
  readonly to: string;
  readonly label:
    'nav.users' | 'nav.units' | 'nav.sources' | 'nav.tokens' | 'nav.audit' | 'nav.retention';
  readonly needs: Permission;
}[] = [
  { to: '/admin/users', label: 'nav.users', needs: 'user.manage' },
  { to: '/admin/units', label: 'nav.units', needs: 'unit.manage' },
  { to: '/admin/sources', label: 'nav.sources', needs: 'source.manage' },
  { to: '/admin/audit', label: 'nav.audit', needs: 'audit.read' },
  { to: '/admin/retention', label: 'nav.retention', needs: 'retention.read' },
  { to: '/admin/tokens', label: 'nav.tokens', needs: 'token.own' },
];

/** The ways between the pages of administration; none when there is only one. */
export function AdminNav() {
  const t = useText();
  const me = useMe();
  const places = PLACES.filter(({ needs }) => may(me, needs));
  if (places.length < 2) return null;
  return (
    <Places label={t('nav')} places={places.map(({ to, label }) => ({ to, label: t(label) }))} />
  );
}
