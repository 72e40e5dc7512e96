import type { ReportItem } from '../../api/upward';
import { useText } from './text';

/** 续报 2. */
export function useTypeWord(): (report: Pick<ReportItem, 'type' | 'number'>) => string {
  const t = useText();
  return ({ type, number }) => t(`type.${type}`, { number: number ?? '' });
}
