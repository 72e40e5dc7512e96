import type { ReportFields } from './core/index.js';

/** Every field after the redactor. */
export const cleanFields = (
  { receivedAt, source, timeAndPlace, nature, scope, harm, trend, measures, leaders }: ReportFields,
  clean: (text: string) => string,
): ReportFields => ({
  receivedAt: clean(receivedAt),
  source: clean(source),
  timeAndPlace: clean(timeAndPlace),
  nature: clean(nature),
  scope: clean(scope),
  harm: clean(harm),
  trend: clean(trend),
  measures: clean(measures),
  leaders: clean(leaders),
});
