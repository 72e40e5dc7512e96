import { defineText } from '../../i18n/define-text';
import { en, zh } from './locales';

export const useText = defineText('reports', { zh, en });
