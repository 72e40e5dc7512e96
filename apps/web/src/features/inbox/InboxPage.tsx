import Button from 'antd/es/button';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import {
  INBOX_STATES,
  useInbox,
  useAlike,
  useTriage,
  type InboxMention,
  type InboxState,
  type TriageAct,
} from '../../api/inbox';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { useRested } from '../../lib/use-rested';
import { useShortcut } from '../../shortcuts/shortcuts';
import { announce } from '../../ui/announce';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Skeleton } from '../../ui/Skeleton';
import { ActBar, type Ask } from './ActBar';
import { Alike } from './Alike';
import { START, indexOf, moved, targets, toggled } from './cursor';
import { DiscardDialog } from './DiscardDialog';
import { JoinDialog } from './JoinDialog';
import { MentionDetail } from './MentionDetail';
import { MentionRow } from './MentionRow';
import { OpenDialog } from './OpenDialog';
import { useText } from './text';
import styles from './inbox.module.css';

const REST_MS = 250;
/** The server counts no further. */
const MANY = 1_000;

/** What is being said and nobody has looked at: one key each. */
export function Component() {
  const t = useText();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const state = INBOX_STATES.find((one) => one === search.get('state')) ?? 'inbox';
  const topic = search.get('topic');
  const [q, setQ] = useState(search.get('q') ?? '');
  const rested = useRested(q.trim(), REST_MS);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInbox(
    state,
    rested,
    topic,
  );
  const mentions = data?.pages.flatMap(({ items }) => items);
  const waiting = data?.pages[0]?.waiting ?? 0;
  return (
    <Page
      title={t('title')}
      beside={
        data && (
          <span className={styles.soft} role="status">
            {waiting < MANY ? t('waiting', { count: waiting }) : t('waiting.many')}
          </span>
        )
      }
      acts={
        may(me, 'inbox.add') && (
          <Link to="/inbox/import" className={styles.import}>
            {t('import')}
          </Link>
        )
      }
    >
      <div className={styles.bar}>
        <StateChoice
          state={state}
          onChange={(next) =>
            setSearch(
              { ...(next !== 'inbox' && { state: next }), ...(topic !== null && { topic }) },
              { replace: true },
            )
          }
        />
        <input
          type="search"
          className={styles.search}
          aria-label={t('search')}
          placeholder={t('search')}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
      </div>
      {topic !== null && (
        <p className={styles.only}>
          {t('only.topic')}{' '}
          <Button
            type="link"
            onClick={() => setSearch(state === 'inbox' ? {} : { state }, { replace: true })}
          >
            {t('only.none')}
          </Button>
        </p>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} height={56} />}
      {mentions && <Triage key={state} state={state} mentions={mentions} />}
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

function StateChoice({
  state,
  onChange,
}: {
  readonly state: InboxState;
  readonly onChange: (state: InboxState) => void;
}) {
  const t = useText();
  return (
    <div role="group" aria-label={t('states')} className={styles.states}>
      {INBOX_STATES.map((one) => (
        <Button
          key={one}
          type={one === state ? 'primary' : 'default'}
          aria-pressed={one === state}
          onClick={() => onChange(one)}
        >
          {t(`state.${one}`)}
        </Button>
      ))}
    </div>
  );
}

interface TriageProps {
  readonly state: InboxState;
  readonly mentions: readonly InboxMention[];
}

/** The list, the mention under the cursor, and what can be done about what is selected. */
function Triage({ state, mentions }: TriageProps) {
  const t = useText();
  const [cursor, setCursor] = useState(START);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Ask | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const ids = mentions.map(({ id }) => id);
  const index = indexOf(cursor, ids);
  const current = mentions[index];
  const isWaiting = state === 'inbox';
  const { data: alike = [] } = useAlike(isWaiting ? (current?.id ?? null) : null);
  const near = alike.filter(({ relation }) => relation === 'same').map(({ id }) => id);
  const [beyond, setBeyond] = useState<readonly string[]>([]);
  const chosen = targets(selected, cursor, [...new Set([...ids, ...beyond])]);
  const triage = useTriage((result, act) => {
    announce(t(`did.${act.do}`, { count: result.moved }));
    setDone((acts) => (act.do === 'undo' ? acts.slice(0, -1) : [...acts, result.actId]));
    // The place stays, and what moves up into it is next.
    setCursor({ id: null, index });
    setSelected(new Set());
    setBeyond([]);
    setAsking(null);
  });
  const ask = (next: Ask) => {
    if (chosen.length === 0 || triage.isPending) return;
    triage.reset();
    setAsking(next);
  };
  const run = (act: TriageAct) => triage.mutate(act);
  const undo = () => {
    const actId = done.at(-1);
    if (actId !== undefined && !triage.isPending) run({ do: 'undo', actId });
  };
  const toggle = (id: string | undefined) => {
    if (id !== undefined) setSelected((before) => toggled(before, id));
  };
  useShortcut('j', t('key.next'), () => setCursor(moved(cursor, ids, 1)));
  useShortcut('k', t('key.previous'), () => setCursor(moved(cursor, ids, -1)));
  useShortcut('x', t('select'), () => toggle(current?.id));
  useShortcut(isWaiting ? 'e' : null, t('open'), () => ask('open'));
  useShortcut(isWaiting ? 'g' : null, t('join'), () => ask('join'));
  useShortcut(isWaiting ? 'd' : null, t('discard'), () => ask('discard'));
  const selectNear = () => {
    if (current === undefined) return;
    setSelected(new Set([...selected, current.id, ...near]));
    // The list shows one page; what is like a mention may stand further down.
    setBeyond([...beyond, ...near]);
  };
  useShortcut(near.length > 0 ? 's' : null, t('alike.select'), selectNear);
  useShortcut('u', t('undo'), undo);
  const dialog = { error: triage.error, isBusy: triage.isPending, onClose: () => setAsking(null) };
  return (
    <>
      {asking === null && <ProblemAlert error={triage.error} />}
      <ActBar
        isWaiting={isWaiting}
        selected={chosen.length > 1 || selected.size > 0 ? chosen.length : 0}
        canUndo={done.length > 0}
        isBusy={triage.isPending || (chosen.length === 0 && done.length === 0)}
        onAsk={ask}
        onRestore={() => run({ do: 'restore', mentionIds: chosen })}
        onUndo={undo}
        onSelectNone={() => setSelected(new Set())}
      />
      {mentions.length === 0 ? (
        <EmptyState title={t(isWaiting ? 'empty' : 'empty.other')}>
          {isWaiting && t('empty.body')}
        </EmptyState>
      ) : (
        <div className={styles.panes}>
          <ul className={styles.list} aria-label={t('list')}>
            {mentions.map((mention, at) => (
              <MentionRow
                key={mention.id}
                mention={mention}
                isCurrent={at === index}
                isSelected={selected.has(mention.id)}
                onCurrent={() => setCursor({ id: mention.id, index: at })}
                onToggle={() => toggle(mention.id)}
              />
            ))}
          </ul>
          {current && (
            <section className={styles.detail} aria-label={t('detail')}>
              <MentionDetail
                mention={current}
                onJoin={
                  isWaiting && !triage.isPending
                    ? (incidentId) => run({ do: 'join', mentionIds: chosen, incidentId })
                    : null
                }
              />
              {isWaiting && <Alike mentions={alike} onSelect={selectNear} />}
              {current.topic.mentions > 1 && (
                <Button
                  onClick={() =>
                    setSelected(
                      new Set(
                        mentions
                          .filter(({ topic }) => topic.id === current.topic.id)
                          .map(({ id }) => id),
                      ),
                    )
                  }
                >
                  {t('select.topic')}
                </Button>
              )}
            </section>
          )}
        </div>
      )}
      {asking === 'open' && (
        <OpenDialog
          {...dialog}
          first={mentions.find(({ id }) => chosen.includes(id))}
          count={chosen.length}
          onOpen={(incident) => run({ do: 'open', mentionIds: chosen, incident })}
        />
      )}
      {asking === 'join' && (
        <JoinDialog
          {...dialog}
          count={chosen.length}
          onJoin={(incidentId) => run({ do: 'join', mentionIds: chosen, incidentId })}
        />
      )}
      {asking === 'discard' && (
        <DiscardDialog
          {...dialog}
          count={chosen.length}
          onDiscard={(reason) => run({ do: 'discard', mentionIds: chosen, reason })}
        />
      )}
    </>
  );
}
