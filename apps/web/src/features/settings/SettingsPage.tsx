import Button from 'antd/es/button';
import { Link } from 'react-router';
import { chooseLanguage } from '../../api/language';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { chime } from '../../lib/chime';
import { changeSettings, useSettings } from '../../settings/settings';
import { Choice } from '../../ui/Choice';
import { Page } from '../../ui/Page';
import { useText } from './text';
import styles from './settings.module.css';

export function Component() {
  const t = useText();
  const me = useMe();
  const { language, theme, sound, shortcuts } = useSettings();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={may(me, 'channel.own') && <Link to="/settings/channels">{t('channels')}</Link>}
      narrow
    >
      <Choice
        label={t('language')}
        name="language"
        value={language}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(value) => chooseLanguage(value, true)}
      />
      <Choice
        label={t('theme')}
        name="theme"
        value={theme}
        options={[
          { value: 'system', label: t('theme.system') },
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
        onChange={(value) => changeSettings({ theme: value })}
      />
      <div className={styles.row}>
        <Choice
          label={t('sound')}
          name="sound"
          value={sound ? 'on' : 'off'}
          options={[
            { value: 'on', label: t('sound.on') },
            { value: 'off', label: t('sound.off') },
          ]}
          onChange={(value) => changeSettings({ sound: value === 'on' })}
        />
        <Button onClick={chime}>{t('sound.try')}</Button>
      </div>
      <Choice
        label={t('shortcuts')}
        name="shortcuts"
        value={shortcuts ? 'on' : 'off'}
        options={[
          { value: 'on', label: t('shortcuts.on') },
          { value: 'off', label: t('shortcuts.off') },
        ]}
        onChange={(value) => changeSettings({ shortcuts: value === 'on' })}
      />
      <p className={styles.hint}>{t('shortcuts.hint')}</p>
    </Page>
  );
}
