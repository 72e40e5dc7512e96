import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { INBOX_STATES } from '../../api/inbox';
import { FINDINGS } from '../../api/library';
import { SEARCH_KINDS, type SearchFilters, type SearchKind } from '../../api/search';
import { useMe } from '../../api/session';
import { STATES, may, type Me } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { useRested } from '../../lib/use-rested';
import { Select } from '../../ui/Select';
import { useText } from './text';
import styles from './search.module.css';

/** Typing is not asking: the address changes when the fingers rest. */
const REST_MS = 200;
const LONGEST = 200;

type Change = (changed: Partial<Record<keyof SearchFilters, string>>) => void;

interface FiltersProps {
  readonly filters: SearchFilters;
  readonly onChange: Change;
}

const READS = {
  incident: 'incident.read',
  mention: 'inbox.read',
  clarification: 'clarification.read',
} as const satisfies Record<SearchKind, string>;

const kindsOf = (me: Me): SearchKind[] => SEARCH_KINDS.filter((kind) => may(me, READS[kind]));

export function Filters({ filters, onChange }: FiltersProps) {
  const t = useText();
  const me = useMe();
  const { kind, days } = filters;
  return (
    <div role="search" className={styles.filters}>
      <Words q={filters.q} onChange={onChange} />
      <div role="group" aria-label={t('kinds')} className={styles.kinds}>
        {(['', ...kindsOf(me)] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={styles.kind}
            aria-pressed={one === kind}
            onClick={() => onChange({ kind: one })}
          >
            {t(one === '' ? 'kind.all' : `kind.${one}`)}
          </button>
        ))}
      </div>
      <Select
        aria-label={t('days')}
        value={days === 0 ? '' : String(days)}
        none={t('days.0')}
        options={(['7', '30', '365'] as const).map((value) => ({
          ...{ value, label: t(`days.${value}`) },
        }))}
        onChange={(value) => onChange({ days: value })}
      />
      {kind !== '' && <States kind={kind} state={filters.state} onChange={onChange} />}
    </div>
  );
}

function States({
  kind,
  state,
  onChange,
}: {
  readonly kind: SearchKind;
  readonly state: string;
  readonly onChange: Change;
}) {
  const t = useText();
  const options = useStates(kind);
  return (
    <Select
      aria-label={t('states')}
      value={state}
      none={t('states.any')}
      options={options}
      onChange={(value) => onChange({ state: value })}
    />
  );
}

function useStates(
  kind: SearchKind,
): readonly { readonly value: string; readonly label: string }[] {
  const t = useText();
  const common = useCommon();
  switch (kind) {
    case 'incident':
      return STATES.map((value) => ({ value, label: common(`state.${value}`) }));
    case 'mention':
      return INBOX_STATES.map((value) => ({ value, label: t(`mention.${value}`) }));
    case 'clarification':
      return FINDINGS.map((value) => ({ value, label: common(`verdict.${value}`) }));
  }
}

function Words({ q, onChange }: { readonly q: string; readonly onChange: Change }) {
  const t = useText();
  const { key } = useLocation();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ words: q, from: q });
  // The address was changed from elsewhere: back, or a link.
  const words = typed.from === q || typed.words.trim() === q ? typed.words : q;
  const rested = useRested(words, REST_MS);

  useEffect(() => {
    if (rested === words && rested.trim() !== q) onChange({ q: rested.trim() });
  }, [rested, words, q, onChange]);

  // Whoever comes here, or presses `/` again, wants to type.
  useEffect(() => {
    if (location.search === '') box.current?.focus();
  }, [key]);

  return (
    <input
      ref={box}
      type="search"
      className={styles.words}
      aria-label={t('label')}
      placeholder={t('placeholder')}
      maxLength={LONGEST}
      value={words}
      onChange={({ target }) => setTyped({ words: target.value, from: q })}
    />
  );
}
