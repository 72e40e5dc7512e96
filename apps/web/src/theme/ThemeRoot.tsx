import ConfigProvider from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useSettings } from '../settings/settings';
import { antdTheme } from './antd-theme';
import { useIsDark } from './use-is-dark';
import { useMedia } from './use-media';

export function ThemeRoot({ children }: { children: ReactNode }) {
  const { language } = useSettings();
  const phone = useMedia('(max-width: 640px)');
  const dark = useIsDark();
  const config = useMemo(() => antdTheme(dark, phone), [dark, phone]);

  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);

  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh' ? zhCN : enUS}
      // A gap between two Chinese characters of a button is print typography, and breaks text search.
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
