import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import { metaQuery } from '../../api/meta';
import { meQuery } from '../../api/session';
import { useSay } from '../../i18n/words';
import { Gate } from './Gate';
import { DemoUsers } from './DemoUsers';
import { SignInForm } from './SignInForm';
import { useText } from './text';

/** Only places within the app: a link must not lead a person who just signed in elsewhere. */
function nextPlace(state: unknown): string {
  const next = typeof state === 'object' && state !== null && 'next' in state ? state.next : '/';
  return typeof next === 'string' && next.startsWith('/') && !next.startsWith('//') ? next : '/';
}

export function Component() {
  const t = useText();
  const say = useSay();
  const { state } = useLocation() as { state: unknown };
  const { data: me } = useQuery(meQuery);
  const { data: meta } = useQuery(metaQuery);

  if (me) return <Navigate to={nextPlace(state)} replace />;
  const lead = meta ? t('lead', { organisation: say(meta.organisation) }) : ' ';
  return (
    <Gate title={t('title')} lead={lead}>
      {meta?.demo && <DemoUsers />}
      <SignInForm />
    </Gate>
  );
}
