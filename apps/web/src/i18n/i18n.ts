import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGE_TAG } from '../settings/language-tag';
import { getSettings, onSettings } from '../settings/settings';

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: getSettings().language,
  fallbackLng: 'zh',
  initAsync: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});

function followLanguage(): void {
  const { language } = getSettings();
  if (typeof document !== 'undefined') document.documentElement.lang = LANGUAGE_TAG[language];
  if (i18n.language !== language) void i18n.changeLanguage(language);
}

followLanguage();
onSettings(followLanguage);
