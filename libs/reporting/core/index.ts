export type { BriefChart, ChartOption } from './charts/chart.js';
export { quarterlyOutline } from './brief/outline.js';
export type { BriefFacts } from './brief/outline.js';
export { CROSS, FIGURES, NONE, NOTED, figureOf, isFamily, keyOf } from './figure.js';
export type { Attribute, Counted, FigureDefinition, FigureRef, FigureUnit } from './figure.js';
export type { LifeEntry } from './life/entry.js';
export { foldLife } from './life/fold-life.js';
export type { Happening, Life, Reading } from './life/fold-life.js';
export type { ClockOfLife } from './life/terms.js';
export { Teller } from './narrative/teller.js';
export {
  PERIOD_TYPES,
  before,
  periodAround,
  periodNamed,
  typeOf,
  yearBefore,
} from './period/period.js';
export type { Period, PeriodType } from './period/period.js';
export { weekOf, weeksOf } from './period/weeks.js';
export type { Instant, Words } from './values.js';
