import type { ResponseItem } from '../../api/response';
import { useSettings } from '../../settings/settings';
import { durationWords } from '../../time/remaining';
import type { Column } from './FigureTable';
import { useText } from './text';

/** The columns that a row of any kind has, by what they say. */
export function useColumns() {
  const t = useText();
  const { language } = useSettings();
  const length = (ms: number | null) => (ms === null ? t('none') : durationWords(ms, language));
  const steps = (mean: number | null) =>
    mean === null ? t('none') : mean.toLocaleString('en', { maximumFractionDigits: 1 });
  return {
    acknowledged: { name: t('column.acknowledged'), of: ({ acknowledge }) => acknowledge.count },
    p50: { name: t('column.p50'), of: ({ acknowledge }) => length(acknowledge.p50Ms) },
    p90: { name: t('column.p90'), of: ({ acknowledge }) => length(acknowledge.p90Ms) },
    max: { name: t('column.max'), of: ({ acknowledge }) => length(acknowledge.maxMs) },
    judge: { name: t('column.judge'), of: ({ judge }) => length(judge.p50Ms) },
    steps: { name: t('column.steps'), of: (item: ResponseItem) => steps(item.steps.mean) },
    exhausted: {
      name: t('column.exhausted'),
      of: ({ exhausted }) => exhausted,
      isBad: ({ exhausted }) => exhausted > 0,
    },
  } satisfies Record<string, Column>;
}
