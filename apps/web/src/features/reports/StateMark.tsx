import type { ReportState } from '../../api/report-types';
import { Tag } from '../../ui/Tag';
import { useText } from './text';

/** Where a report stands; what waits for somebody stands out. */
export function StateMark({ state }: { state: ReportState }) {
  const t = useText();
  const waits = state === 'submitted' || state === 'approved';
  return <Tag tone={waits ? 'live' : 'plain'}>{t(`state.${state}`)}</Tag>;
}
