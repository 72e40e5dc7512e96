export { Lives1700000000031 } from './migrations/1700000000031-lives.js';
export { Reports1700000000032 } from './migrations/1700000000032-reports.js';
export { FoldDueLives } from './lives/fold-due-lives.js';
export { FoldRounds } from './lives/fold-rounds.js';
export { ReportingModule } from './reporting.module.js';
export { ReadFigures } from './figures/read-figures.js';
export type { Figures } from './figures/read-figures.js';
