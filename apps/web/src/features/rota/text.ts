import { defineText } from '../../i18n/define-text';
import * as editor from './editor/locales';
import * as fairness from './fairness/locales';
import * as page from './locales';
import * as panel from './panel/locales';

/** The words of all its pages in one dictionary: they share positions, gaps and conflicts. */
export const useText = defineText('rota', {
  zh: { ...page.zh, ...panel.zh, ...editor.zh, ...fairness.zh },
  en: { ...page.en, ...panel.en, ...editor.en, ...fairness.en },
});
