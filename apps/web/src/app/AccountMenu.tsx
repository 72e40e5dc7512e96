import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { signOut } from '../api/session';
import { may, type Me } from '../api/types';
import { useCommon } from '../i18n/common';
import { announce } from '../ui/announce';
import { Icon } from '../ui/Icon';
import { placesFor } from './navigation';
import { useText } from './text';
import styles from './AccountMenu.module.css';

/** Who I am, the way out, and on phones the places that the tab bar has no room for. */
export function AccountMenu({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const t = useText();
  const common = useCommon();
  const details = useRef<HTMLDetailsElement>(null);
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const { pathname } = useLocation();
  const close = () => details.current?.removeAttribute('open');

  useEffect(close, [pathname]);
  useEffect(() => {
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !details.current?.contains(target)) close();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);

  const leave = () => {
    signOut(() => navigate('/')).catch(() => {
      setFailed(true);
      announce(t('signOut.failed'));
    });
  };

  return (
    <details
      ref={details}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        details.current?.querySelector('summary')?.focus();
      }}
    >
      <summary className={styles.summary} aria-label={t('nav.account', { name: me.name })}>
        <Icon name="person" />
        <span className={styles.name}>{me.name}</span>
      </summary>
      <div className={styles.panel}>
        <p className={styles.who}>
          <strong>{me.name}</strong>
          <span>
            {[me.unit?.name, ...me.roles.map((role) => common(`role.${role}`))]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <ul className={styles.list}>
          {placesFor(me).map(({ to, label }) => (
            <li key={to} className={styles.onlyPhone}>
              <Link to={to}>{t(label)}</Link>
            </li>
          ))}
          <li>
            <Link to="/settings">{t('nav.settings')}</Link>
          </li>
          {may(me, 'channel.own') && (
            <li>
              <Link to="/settings/channels">{t('nav.channels')}</Link>
            </li>
          )}
          {may(me, 'token.own') && (
            <li>
              <Link to="/admin/tokens">{t('nav.tokens')}</Link>
            </li>
          )}
          <li className={styles.notPhone}>
            <button
              type="button"
              onClick={() => {
                close();
                onHelp();
              }}
            >
              {t('nav.help')}
              <kbd>?</kbd>
            </button>
          </li>
          <li>
            <button type="button" onClick={leave}>
              {t('nav.signOut')}
            </button>
          </li>
        </ul>
        {failed && <p className={styles.failed}>{t('signOut.failed')}</p>}
      </div>
    </details>
  );
}
