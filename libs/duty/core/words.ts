import type { Position, Words } from './schedule.js';

export const POSITION_WORDS: Readonly<Record<Position, Words>> = {
  officer: { zh: '值班员', en: 'officer' },
  deputy: { zh: '副班', en: 'deputy' },
  leader: { zh: '带班领导', en: 'leader' },
};
