import { defineText } from './define-text';
import { en, zh } from './locales';

/** The shared words: `const t = useCommon(); t('act.report')`. */
export const useCommon = defineText('common', { zh, en });
