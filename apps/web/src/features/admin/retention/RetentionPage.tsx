import Button from 'antd/es/button';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRetention, type RetentionItem, type RetentionPreview } from '../../../api/retention';
import { useSettings } from '../../../settings/settings';
import { usePhone } from '../../../theme/use-media';
import { serverNow } from '../../../time/server-clock';
import { Choice } from '../../../ui/Choice';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Moment } from '../../../ui/Moment';
import { Page } from '../../../ui/Page';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { StateTag } from '../../../ui/StateTag';
import { bytesWords } from '../../engine/amounts';
import { AdminNav } from '../AdminNav';
import { useText } from '../text';
import { partsOf } from './keep';
import styles from '../admin.module.css';

const PERIODS = ['7', '30', '90', '365'] as const;

/** What will go, before it goes. */
export function Component() {
  const t = useText();
  const [days, setDays] = useState<string>('30');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useRetention(Number(days), serverNow);
  const preview = data?.pages[0];
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('retention.title')} lead={t('retention.lead')}>
      <AdminNav />
      {preview && <Rules rules={preview.rules} />}
      <div className={`${styles.tools ?? ''} ${styles.more ?? ''}`}>
        <Choice
          label={t('retention.within')}
          name="retention-days"
          value={days}
          options={PERIODS.map((value) => ({
            value,
            label: t('retention.next', { count: Number(value) }),
          }))}
          onChange={setDays}
        />
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={6} />}
      {preview && <Outlook preview={preview} items={items} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      <p className={`${styles.soft ?? ''} ${styles.more ?? ''}`}>{t('retention.how')}</p>
    </Page>
  );
}

function Rules({ rules }: Pick<RetentionPreview, 'rules'>) {
  const t = useText();
  const words = (keep: string) =>
    partsOf(keep)
      .map(({ unit, count }) => t(`retention.${unit}`, { count }))
      .join(' ');
  return (
    <Section title={t('retention.rules')}>
      <ul>
        {rules.map(({ state, keep, reason }) => (
          <li key={state}>
            {t(`retention.rule.${state}`, { keep: words(keep) })}
            {reason !== null && (
              <span className={styles.soft}> {t('retention.rule.reason', { reason })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Outlook({
  preview: { incidents, mentions, files, bytes, removed, lastRemovedAt },
  items,
}: {
  preview: RetentionPreview;
  items: readonly RetentionItem[];
}) {
  const t = useText();
  const { language } = useSettings();
  const isPhone = usePhone();
  return (
    <>
      {incidents === 0 ? (
        <EmptyState title={t('retention.none')}>{t('retention.none.body')}</EmptyState>
      ) : (
        <Section title={t('retention.will', { incidents, mentions })}>
          {isPhone ? <Cards items={items} /> : <Table items={items} />}
        </Section>
      )}
      {files > 0 && (
        <p>{t('retention.files', { count: files, size: bytesWords(bytes, language) })}</p>
      )}
      <p className={`${styles.soft ?? ''} ${styles.more ?? ''}`}>
        {lastRemovedAt === null ? (
          t('retention.removed.none')
        ) : (
          <>
            {t('retention.removed', { count: removed })} <Moment at={lastRemovedAt} />
          </>
        )}
      </p>
    </>
  );
}

function Table({ items }: { items: readonly RetentionItem[] }) {
  const t = useText();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('retention.goes')}</th>
            <th scope="col">{t('retention.incident')}</th>
            <th scope="col">{t('retention.closed')}</th>
            <th scope="col">{t('retention.mentions')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, number, title, state, closedAt, goesAt, mentions }) => (
            <tr key={id}>
              <td>
                <Moment at={goesAt} />
              </td>
              <td>
                <Link to={`/incidents/${id}`}>
                  {number} {title}
                </Link>
              </td>
              <td>
                <StateTag state={state} /> <Moment at={closedAt} />
              </td>
              <td>{mentions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ items }: { items: readonly RetentionItem[] }) {
  const t = useText();
  return (
    <div className={styles.cards}>
      {items.map(({ id, number, title, state, goesAt, mentions }) => (
        <div key={id} className={styles.card}>
          <div className={styles.cardHead}>
            <Link to={`/incidents/${id}`} className={styles.open ?? ''}>
              {number} {title}
            </Link>
            <StateTag state={state} />
          </div>
          <p className={styles.soft}>
            {t('retention.goes')} <Moment at={goesAt} /> · {t('retention.mentions')} {mentions}
          </p>
        </div>
      ))}
    </div>
  );
}
