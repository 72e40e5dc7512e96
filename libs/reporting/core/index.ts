export { CHART_WIDTH } from './charts/chart.js';
export type { BriefChart, ChartOption } from './charts/chart.js';
export { outlineOf } from './brief/outline.js';
export { specialOutline } from './brief/special.js';
export type { Claim, Course, SpecialFacts, Tally } from './brief/special-facts.js';
export type { OutlinedType } from './brief/outline.js';
export type { BriefSection, SectionKey } from './brief/section.js';
export { CROSS, FIGURES, FIGURE_UNITS, NONE, NOTED, figureOf, isFamily, keyOf } from './figure.js';
export type { Attribute, Counted, FigureDefinition, FigureRef, FigureUnit } from './figure.js';
export type { LifeEntry } from './life/entry.js';
export { foldLife } from './life/fold-life.js';
export type { Happening, Life, Reading } from './life/fold-life.js';
export type { ClockOfLife } from './life/terms.js';
export { Teller } from './narrative/teller.js';
export { PERIOD_TYPES, before, periodAround, typeOf, yearBefore } from './period/period.js';
export type { Period, PeriodType } from './period/period.js';
export { weekOf, weeksOf } from './period/weeks.js';
export type { Instant, Words } from './values.js';
export type {
  BriefFacts,
  DateAhead,
  LateTerm,
  Remedy,
  RiskAhead,
  TopicFacts,
} from './brief/facts.js';
export type { BriefTable } from './brief/table.js';
export { TOP } from './brief/topics.js';
export type { Language } from './narrative/numbers.js';
export type { NameOf } from './narrative/situation.js';
export { spanAsked } from './report/asked-period.js';
export type { Asked, AskedProblem, Span } from './report/asked-period.js';
export { changedSections } from './report/changed-sections.js';
export { shownSections, unsupportedIn } from './report/report-content.js';
export type {
  KeptFigure,
  ReportContent,
  SectionEdit,
  SectionEdits,
  ShownSection,
} from './report/report-content.js';
export { daysOf, periodName, reportTitle } from './report/report-title.js';
export { REPORT_STATES, REPORT_TYPES, isOut } from './report/report-type.js';
export type { ReportState, ReportType } from './report/report-type.js';
export { shownText } from './report/section-text.js';
export type { ShownParagraph, ShownPiece } from './report/section-text.js';
export { weeklyChart } from './charts/weekly.js';
export { LEADING_CLOCK, overviewSentences } from './overview/sentences.js';
export { quarterSoFar } from './overview/so-far.js';
export type { SoFar } from './overview/so-far.js';
export type { Paragraph } from './narrative/piece.js';
export { dueDraft, patternOf } from './schedule/draft-times.js';
export { reportsProblems, reportsSchema } from './schedule/reports-file.js';
export type { DraftRule, ReportsFile } from './schedule/reports-file.js';
