import Button from 'antd/es/button';
import { announce } from '../../ui/announce';
import { moved } from './preferences';
import { useText } from './text';
import { useChannelName } from './use-channel-name';
import styles from './channels.module.css';

interface OrderListProps {
  readonly list: readonly string[];
  readonly available: readonly string[];
  readonly onChange: (list: readonly string[]) => void;
}

/**
 * The channels of one severity, moved by buttons: by keyboard and by thumb alike. What is not set up here keeps its
 * place behind the others, for the day when it is.
 */
export function OrderList({ list, available, onChange }: OrderListProps) {
  const t = useText();
  const nameOf = useChannelName();
  const shown = list.filter((channel) => available.includes(channel));
  const hidden = list.filter((channel) => !available.includes(channel));
  const unused = available.filter((channel) => !list.includes(channel));
  const put = (next: readonly string[]) => onChange([...next, ...hidden]);
  const move = (channel: string, by: -1 | 1) => {
    const next = moved(shown, channel, by);
    put(next);
    announce(t('order.moved', { channel: nameOf(channel), place: next.indexOf(channel) + 1 }));
  };
  return (
    <>
      <ol className={styles.order}>
        {shown.map((channel, index) => (
          <li key={channel}>
            <span className={styles.place}>{index + 1}</span>
            <span className={styles.channel}>{nameOf(channel)}</span>
            <Button
              size="small"
              // Not disabled at the ends: the focus would be lost after the last move.
              aria-label={t('order.up.for', { channel: nameOf(channel) })}
              aria-disabled={index === 0}
              onClick={() => move(channel, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              aria-label={t('order.down.for', { channel: nameOf(channel) })}
              aria-disabled={index === shown.length - 1}
              onClick={() => move(channel, 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={t('order.drop.for', { channel: nameOf(channel) })}
              onClick={() => put(shown.filter((one) => one !== channel))}
            >
              {t('order.drop')}
            </Button>
          </li>
        ))}
      </ol>
      {unused.length > 0 && (
        <div className={styles.unused}>
          {unused.map((channel) => (
            <Button
              key={channel}
              size="small"
              aria-label={t('order.add.for', { channel: nameOf(channel) })}
              onClick={() => put([...shown, channel])}
            >
              + {nameOf(channel)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
