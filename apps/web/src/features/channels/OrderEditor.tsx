import Button from 'antd/es/button';
import { useState } from 'react';
import type { ChannelOrder } from '../../api/channels';
import { SEVERITIES, type Severity } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { Section } from '../../ui/Section';
import { SeverityMark } from '../../ui/SeverityMark';
import { OrderList } from './OrderList';
import { sameForAll, withOrder } from './preferences';
import { useText } from './text';
import { useChannelName } from './use-channel-name';
import styles from './channels.module.css';

interface OrderEditorProps {
  readonly order: ChannelOrder;
  readonly available: readonly string[];
  readonly onChange: (order: ChannelOrder) => void;
}

/** Which channel first, for each severity: read at a glance, changed one severity at a time. */
export function OrderEditor({ order, available, onChange }: OrderEditorProps) {
  const t = useText();
  const [open, setOpen] = useState<Severity | null>(null);
  return (
    <Section title={t('order')}>
      <p className={styles.hint}>{t('order.hint')}</p>
      <ul className={styles.list}>
        {SEVERITIES.map((severity) => (
          <li key={severity} className={styles.severity}>
            <Summary
              severity={severity}
              list={order[severity].filter((channel) => available.includes(channel))}
              isOpen={open === severity}
              onToggle={() => setOpen(open === severity ? null : severity)}
            />
            {open === severity && (
              <div className={styles.editor}>
                <OrderList
                  list={order[severity]}
                  available={available}
                  onChange={(list) => onChange(withOrder(order, severity, list))}
                />
                <Button size="small" onClick={() => onChange(sameForAll(order[severity]))}>
                  {t('order.all')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface SummaryProps {
  readonly severity: Severity;
  readonly list: readonly string[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Summary({ severity, list, isOpen, onToggle }: SummaryProps) {
  const t = useText();
  const common = useCommon();
  const nameOf = useChannelName();
  return (
    <div className={styles.summary}>
      <SeverityMark severity={severity} withLabel />
      <span className={styles.path}>
        {list.length === 0 ? t('order.none') : list.map(nameOf).join(' → ')}
      </span>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-label={
          isOpen
            ? t('order.done')
            : t('order.edit.for', { severity: common(`severity.${severity}`) })
        }
        onClick={onToggle}
      >
        {t(isOpen ? 'order.done' : 'order.edit')}
      </Button>
    </div>
  );
}
