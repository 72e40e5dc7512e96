import Button from 'antd/es/button';
import { useSearchParams } from 'react-router';
import { INSTRUCTION_STATES, useInstructions } from '../../api/instructions';
import { Choice } from '../../ui/Choice';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { InstructionRows } from './InstructionRows';
import { useText } from './text';
import styles from './instructions.module.css';

const SCOPES = ['yes', 'no'] as const;
const STATES = ['open', ...INSTRUCTION_STATES, 'all'] as const;

/** What leaders asked for, by whom it is done, and until when; what is under way first. */
export function Component() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((known) => known === search.get('state')) ?? 'open';
  const mine = SCOPES.find((known) => known === search.get('mine')) ?? 'yes';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInstructions({
    state: state === 'all' ? '' : state,
    mine: mine === 'yes',
  });
  const items = data?.pages.flatMap((page) => page.items);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <Page title={t('title')} lead={<Lead />} narrow>
      <div className={styles.choices}>
        <Choice
          label={t('mine')}
          name="mine"
          value={mine}
          options={SCOPES.map((value) => ({ value, label: t(`mine.${value}`) }))}
          onChange={(value) => set('mine', value)}
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
      {!data && !error && <Skeleton rows={5} height={64} />}
      {items?.length === 0 && <EmptyState title={t('empty')}>{t('empty.body')}</EmptyState>}
      {items && items.length > 0 && <InstructionRows instructions={items} />}
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
  const { data } = useInstructions({ state: 'open', mine: true });
  if (!data) return null;
  const count = data.pages.flatMap((page) => page.items).length;
  return <>{count === 0 ? t('lead.none') : t('lead', { count })}</>;
}
