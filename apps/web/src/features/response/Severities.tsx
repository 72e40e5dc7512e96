import type { ResponseItem } from '../../api/response';
import { SEVERITIES } from '../../api/types';
import { Section } from '../../ui/Section';
import { SeverityMark } from '../../ui/SeverityMark';
import { FigureTable } from './FigureTable';
import { useColumns } from './use-columns';
import { useText } from './text';

export function Severities({ items }: { items: readonly ResponseItem[] }) {
  const t = useText();
  const { acknowledged, p50, p90, max, judge, steps, exhausted } = useColumns();
  const count = { name: t('column.count'), of: (item: ResponseItem) => item.count };
  return (
    <Section title={t('severity')}>
      <FigureTable
        label={t('severity')}
        subject={t('column.severity')}
        nameOf={({ key, label }) => <Name severity={key} label={label} />}
        columns={[count, acknowledged, p50, p90, max, judge, steps, exhausted]}
        items={items}
      />
    </Section>
  );
}

function Name({ severity, label }: { severity: string; label: string }) {
  const known = SEVERITIES.find((one) => one === severity);
  return known === undefined ? label : <SeverityMark severity={known} withLabel />;
}
