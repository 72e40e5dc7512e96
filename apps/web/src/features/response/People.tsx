import type { ResponseItem } from '../../api/response';
import { Section } from '../../ui/Section';
import { FigureTable } from './FigureTable';
import { useColumns } from './use-columns';
import { useText } from './text';

/** Of a person: what reached them, what they took and how soon, what they judged, what nobody took. */
export function People({ items, isOwn }: { items: readonly ResponseItem[]; isOwn: boolean }) {
  const t = useText();
  const { acknowledged, p50, p90, judge, steps, exhausted } = useColumns();
  const reached = { name: t('column.reached'), of: (item: ResponseItem) => item.count };
  const title = t(isOwn ? 'person.own' : 'person');
  return (
    <Section title={title}>
      <FigureTable
        label={title}
        subject={t('column.person')}
        nameOf={({ label }) => label}
        columns={[reached, acknowledged, p50, p90, judge, steps, exhausted]}
        items={items}
      />
    </Section>
  );
}
