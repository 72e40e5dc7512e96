import Button from 'antd/es/button';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useCommon } from '../i18n/common';
import { Dialog } from './Dialog';
import { FormActs } from './FormActs';

/** Asks before a form with unsent words is left, within the app and by closing the tab. */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useCommon();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={t('leave.title')} onClose={() => blocker.reset()}>
      <p>{t('leave.body')}</p>
      <FormActs>
        <Button type="primary" onClick={() => blocker.reset()}>
          {t('leave.stay')}
        </Button>
        <Button onClick={() => blocker.proceed()}>{t('leave.go')}</Button>
      </FormActs>
    </Dialog>
  );
}
