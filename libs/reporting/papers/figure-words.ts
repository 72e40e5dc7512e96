import type { FigureUnit, Words } from '../core/index.js';
import type { BriefDocument } from './brief-document.js';

type Language = BriefDocument['language'];

const UNITS: Readonly<Record<FigureUnit, Words>> = {
  incidents: { zh: '件', en: 'incidents' },
  times: { zh: '次', en: 'times' },
  share: { zh: '比例', en: 'share' },
  minutes: { zh: '分钟', en: 'minutes' },
};

export const unitName = (unit: FigureUnit, language: Language): string => UNITS[unit][language];

export const figureHeads = (language: Language): string[] =>
  language === 'zh'
    ? ['代码', '指标', '单位', '本期', '上期', '上年同期']
    : ['Key', 'Figure', 'Unit', 'This period', 'The one before', 'A year before'];
