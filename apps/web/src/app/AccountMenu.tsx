import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../api/session';
import { may, type Me } from '../api/types';
import { useCommon } from '../i18n/common';
import { announce } from '../ui/announce';
import { Icon } from '../ui/Icon';
import { useText } from './text';
import { useMenu } from './use-menu';
import styles from './AccountMenu.module.css';

/** Who I am, what I have chosen, and the way out. */
export function AccountMenu({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const t = useText();
  const common = useCommon();
  const { menu, close } = useMenu();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const leave = () => {
    signOut(() => navigate('/')).catch(() => {
      setFailed(true);
      announce(t('signOut.failed'));
    });
  };

  return (
    <details className={styles.menu} {...menu}>
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
