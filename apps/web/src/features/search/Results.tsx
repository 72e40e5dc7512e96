import Button from 'antd/es/button';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Piece, SearchFilters, SearchGroup, SearchKind } from '../../api/search';
import { useCommon } from '../../i18n/common';
import { Moment } from '../../ui/Moment';
import { SeverityMark } from '../../ui/SeverityMark';
import { useText } from './text';
import styles from './search.module.css';

interface ResultsProps {
  readonly pages: readonly { readonly groups: readonly SearchGroup[] }[];
  readonly filters: SearchFilters;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
  readonly onKind: (kind: SearchKind) => void;
}

/** What was found, by kind; of all kinds a few each, of one as many as are asked for. */
export function Results({ pages, filters, hasMore, isLoading, onMore, onKind }: ResultsProps) {
  const t = useText();
  const groups = pages[0]?.groups.filter(({ items }) => items.length > 0) ?? [];
  const count = (group: SearchGroup) => {
    const shown = filters.kind === '' ? group.items.length : shownIn(pages);
    const more = filters.kind === '' ? group.nextCursor !== null : hasMore;
    return t(more ? 'found.more' : 'found.group', { kind: t(`kind.${group.kind}`), count: shown });
  };
  return (
    <>
      <p role="status" className={styles.soft}>
        {groups.map(count).join(' · ')}
      </p>
      {groups.map((group) => (
        <section key={group.kind} className={styles.group} aria-labelledby={`found-${group.kind}`}>
          <h2 id={`found-${group.kind}`}>{t(`kind.${group.kind}`)}</h2>
          {group.onlyNewest && <p className={styles.note}>{t('newest')}</p>}
          <ul className={styles.hits}>
            {pages
              .flatMap((page) => page.groups.filter(({ kind }) => kind === group.kind))
              .flatMap((page) => rowsOf(page, filters.q))}
          </ul>
          {filters.kind === '' && group.nextCursor !== null && (
            <Button onClick={() => onKind(group.kind)}>
              {t('all', { kind: t(`kind.${group.kind}`) })}
            </Button>
          )}
        </section>
      ))}
      {hasMore && (
        <Button loading={isLoading} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

const shownIn = (pages: ResultsProps['pages']): number =>
  pages.reduce((sum, { groups }) => sum + (groups[0]?.items.length ?? 0), 0);

type Row = SearchGroup['items'][number];

/** Where each leads: a mention to its incident, or to the inbox with the same words. */
function rowsOf(group: SearchGroup, q: string) {
  switch (group.kind) {
    case 'incident':
      return group.items.map((hit) => (
        <HitRow key={hit.id} hit={hit} to={`/incidents/${hit.id}`}>
          <span className="mb-number">{hit.number}</span>
          <StateWord word={`state.${hit.state}`} />
        </HitRow>
      ));
    case 'mention':
      return group.items.map((hit) => (
        <HitRow
          key={hit.id}
          hit={hit}
          to={
            hit.incidentId === null
              ? `/inbox?${new URLSearchParams({ state: hit.state, q }).toString()}`
              : `/incidents/${hit.incidentId}`
          }
        >
          <MentionState state={hit.state} seen={hit.seenCount ?? 0} />
        </HitRow>
      ));
    case 'clarification':
      return group.items.map((hit) => (
        <HitRow key={hit.id} hit={hit} to={`/library/${hit.id}`}>
          <StateWord word={`verdict.${hit.state}`} />
        </HitRow>
      ));
  }
}

interface HitRowProps {
  readonly hit: Row;
  readonly to: string;
  readonly children: React.ReactNode;
}

function HitRow({ hit, to, children }: HitRowProps) {
  return (
    <li className={styles.hit}>
      {hit.severity !== null && <SeverityMark severity={hit.severity} />}
      <div className={styles.what}>
        <Link to={to} data-hit className={styles.open}>
          <Marked pieces={hit.heading} />
        </Link>
        <p className={styles.body}>
          <Marked pieces={hit.body} />
        </p>
        <p className={styles.facts}>
          {children}
          <Moment at={hit.at} />
        </p>
      </div>
    </li>
  );
}

function StateWord({ word }: { readonly word: Parameters<ReturnType<typeof useCommon>>[0] }) {
  const common = useCommon();
  return <span>{common(word)}</span>;
}

function MentionState({
  state,
  seen,
}: {
  readonly state: 'inbox' | 'grouped' | 'discarded';
  readonly seen: number;
}) {
  const t = useText();
  return (
    <>
      <span>{t(`mention.${state}`)}</span>
      <span>{t('seen', { count: seen })}</span>
    </>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, index) =>
    hit ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  );
}
