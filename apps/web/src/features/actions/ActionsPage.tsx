import Button from 'antd/es/button';
import { Link, useSearchParams } from 'react-router';
import { useActions, type ActionRow } from '../../api/actions';
import { useMe } from '../../api/session';
import { useSettings } from '../../settings/settings';
import { useServerNow } from '../../time/ticker';
import { shortTime } from '../../time/zone';
import { Choice } from '../../ui/Choice';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { SeverityMark } from '../../ui/SeverityMark';
import { Skeleton } from '../../ui/Skeleton';
import { useSaying } from '../incidents/words/use-say';
import { useText } from './text';
import styles from './actions.module.css';

const MINUTE = 60_000;
const SCOPES = ['mine', 'unit', 'all'] as const;
const STATES = ['open', 'closed'] as const;

/** What is mine to do in the plans of incidents, the next due first; and what I did. */
export function Component() {
  const t = useText();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const scope = SCOPES.find((known) => known === search.get('scope')) ?? 'mine';
  const state = STATES.find((known) => known === search.get('state')) ?? 'open';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useActions({
    scope,
    state,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <Page title={t('title')} lead={<Lead />} narrow>
      <div className={styles.choices}>
        <Choice
          label={t('scope')}
          name="scope"
          value={scope}
          options={SCOPES.filter((value) => value !== 'unit' || me.unit !== null).map((value) => ({
            value,
            label: t(`scope.${value}`),
          }))}
          onChange={(value) => set('scope', value)}
        />
        <Choice
          label={t('state')}
          name="state"
          value={state}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) => set('state', value)}
        />
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} height={48} />}
      {data && items.length === 0 && (
        <EmptyState title={t(`empty.${state}`)}>{t(`empty.${state}.body`)}</EmptyState>
      )}
      {items.length > 0 && (
        <ul className={styles.list} aria-label={t('list')}>
          {items.map((row) => (
            <Row key={`${row.incident.id}.${row.id}`} row={row} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** The answer to the page's question, whatever the list below shows. */
function Lead() {
  const t = useText();
  const { data } = useActions({ scope: 'mine', state: 'open' });
  if (!data) return null;
  const count = data.pages.flatMap((page) => page.items).length;
  return <p className={styles.soft}>{count === 0 ? t('lead.none') : t('lead', { count })}</p>;
}

function Row({ row }: { row: ActionRow }) {
  const t = useText();
  const say = useSaying();
  const { language } = useSettings();
  const now = useServerNow(MINUTE);
  const { incident, title, kind, unit, owner, dueAt, status } = row;
  const who = [
    kind === null ? null : say.actionKind(kind),
    unit?.name ?? null,
    owner?.name ?? t('owner.none'),
  ];
  const isLate = status === 'open' && Date.parse(dueAt) < now;
  return (
    <li className={styles.row}>
      <SeverityMark severity={incident.severity} />
      <span className={styles.what}>
        <Link to={`/incidents/${incident.id}#plan`} className={styles.title}>
          {title}
        </Link>
        <p className={styles.soft}>
          {incident.number} {incident.title}
        </p>
        <p className={styles.soft}>{who.filter((part) => part !== null).join(' · ')}</p>
      </span>
      <span className={isLate ? `${styles.due ?? ''} ${styles.late ?? ''}` : styles.due}>
        {status === 'open'
          ? t('due', { at: shortTime(Date.parse(dueAt), language, now) })
          : isSettled(status) && t(`status.${status}`)}
        {isLate && ` ${t('late')}`}
      </span>
    </li>
  );
}

const SETTLED = ['done', 'waived', 'returned'] as const;
const isSettled = (status: string): status is (typeof SETTLED)[number] =>
  SETTLED.some((known) => known === status);
