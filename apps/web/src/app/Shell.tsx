import { Suspense, useCallback, useEffect, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { part } from '../lib/part';
import { followLive } from '../api/live';
import { useAckDelivery } from '../features/desk/acks';
import { useCalls } from '../features/desk/use-calls';
import { may, type Me } from '../api/types';
import { useShortcut, useShortcutKeys } from '../shortcuts/shortcuts';
import { Announcer } from '../ui/Announcer';
import { LineState } from './LineState';
import { QuickLogContext } from './quick-log-context';
import { TabBar } from './TabBar';
import { useText } from './text';
import { TopBar } from './TopBar';
import styles from './Shell.module.css';

const QuickLogDialog = part(() => import('../features/quicklog/QuickLogDialog'));
const ShortcutHelp = part(() => import('./ShortcutHelp'));

type Open = 'log' | 'help' | null;

/** The frame of every page: where to go, whether the line is good, and the keys that work anywhere. */
export function Shell({ me }: { me: Me }) {
  const t = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const mayLog = may(me, 'incident.log');
  const openLog = useCallback(() => setOpen('log'), []);
  const openHelp = useCallback(() => setOpen('help'), []);

  useEffect(() => followLive(), []);
  useCalls(me.id);
  useAckDelivery(me.id);
  useShortcutKeys();
  useShortcut(mayLog ? 'n' : null, t('key.log'), openLog);
  useShortcut('g d', t('key.desk'), () => void navigate('/'));
  useShortcut('g i', t('key.incidents'), () => void navigate('/incidents'));
  useShortcut(
    may(me, 'overview.read') ? 'g o' : null,
    t('key.overview'),
    () => void navigate('/overview'),
  );
  useShortcut('g r', t('key.reports'), () => void navigate('/reports'));
  useShortcut('/', t('key.search'), () => void navigate('/search'));
  useShortcut('?', t('key.help'), openHelp);

  return (
    <QuickLogContext value={openLog}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <TopBar me={me} onHelp={openHelp} />
      <LineState />
      <main id="content" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <TabBar me={me} />
      <Announcer />
      <Suspense>
        {open === 'log' && <QuickLogDialog onClose={close} />}
        {open === 'help' && <ShortcutHelp onClose={close} />}
      </Suspense>
    </QuickLogContext>
  );
}
