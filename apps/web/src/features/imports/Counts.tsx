import type { Import } from '../../api/imports';
import { useText } from './text';
import styles from './imports.module.css';

/** Everything that was counted. */
export function Counts({ one }: { one: Import }) {
  const t = useText();
  const { rows, mentions, folded, topics, rejected, added } = one;
  return (
    <dl className={styles.counts}>
      <Count name={t('count.rows')} value={rows} />
      <Count name={t('count.mentions')} value={mentions} />
      <Count name={t('count.new')} value={added.mentions} />
      <Count name={t('count.folded')} value={folded} />
      <Count name={t('count.topics')} value={topics} />
      <Count name={t('count.topics.new')} value={added.topics} />
      <Count name={t('count.rejected')} value={rejected} />
    </dl>
  );
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mb-number">{value}</dd>
    </div>
  );
}
