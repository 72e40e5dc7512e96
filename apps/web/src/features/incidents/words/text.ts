import { defineText } from '../../../i18n/define-text';
import { en, zh } from './locales';

export const useWords = defineText('incident-words', { zh, en });
