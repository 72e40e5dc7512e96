import Button from 'antd/es/button';
import { useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCategories } from '../../../api/meta';
import { useUnits } from '../../../api/people';
import { KINDS, SEVERITIES, STATES, VERDICTS } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { useSettings } from '../../../settings/settings';
import { useShortcut } from '../../../shortcuts/shortcuts';
import { usePhone } from '../../../theme/use-media';
import { Select } from '../../../ui/Select';
import { filterOf, isNarrowed, withFilter, type FilterName } from './filters';
import { useText } from './text';
import styles from './list.module.css';

/** Typing is not searching: the address changes when the fingers rest. */
const REST_MS = 250;
const SORTS = ['-detectedAt', 'detectedAt', '-updatedAt', 'updatedAt'] as const;

/** What makes the list shorter, and its order. All of it is in the address. */
export function FilterBar() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  // From the address, not from the last render: two changes may come between two renders.
  const change = (name: FilterName, value: string) =>
    setSearch(withFilter(new URLSearchParams(location.search), name, value), { replace: true });
  const choices = useChoices();
  const isPhone = usePhone();
  const sort = SORTS.find((one) => one === search.get('sort')) ?? SORTS[0];
  const controls = (
    <>
      {choices.map(({ name, label, options }) => (
        <Select
          key={name}
          aria-label={label}
          value={search.get(name) ?? ''}
          none={t('filter.some', { name: label, values: t('filter.any') })}
          options={options}
          onChange={(value) => change(name, value)}
        />
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={search.get('overdue') === 'true'}
          onChange={({ target }) => change('overdue', target.checked ? 'true' : '')}
        />
        {t('filter.overdue')}
      </label>
      <Select
        aria-label={t('list.sort')}
        value={sort}
        options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(value) => change('sort', value === SORTS[0] ? '' : value)}
      />
    </>
  );
  return (
    <div role="search" aria-label={t('filter.bar')} className={styles.filters}>
      <Words onChange={(words) => change('q', words)} />
      {isPhone ? (
        <details className={styles.folded}>
          <summary>{t('filter.bar')}</summary>
          <div className={styles.filters}>{controls}</div>
        </details>
      ) : (
        controls
      )}
      {isNarrowed(filterOf(search)) && (
        <Button size="small" type="text" onClick={() => setSearch({}, { replace: true })}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface ChoiceOf {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function useChoices(): readonly ChoiceOf[] {
  const t = useText();
  const common = useCommon();
  const { language } = useSettings();
  const categories = useCategories();
  const { data: units = [] } = useUnits();
  return [
    {
      name: 'state',
      label: t('filter.state'),
      options: [
        { value: 'open', label: t('filter.open') },
        ...STATES.map((value) => ({ value, label: common(`state.${value}`) })),
      ],
    },
    {
      name: 'severity',
      label: t('filter.severity'),
      options: SEVERITIES.map((value) => ({ value, label: common(`severity.${value}`) })),
    },
    {
      name: 'kind',
      label: t('filter.kind'),
      options: KINDS.map((value) => ({ value, label: common(`kind.${value}`) })),
    },
    {
      name: 'category',
      label: t('filter.category'),
      options: categories.map((category) => ({ value: category.code, label: category[language] })),
    },
    {
      name: 'unitId',
      label: t('filter.unitId'),
      options: units.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'verdict',
      label: t('filter.verdict'),
      options: VERDICTS.map((value) => ({ value, label: common(`verdict.${value}`) })),
    },
  ];
}

function Words({ onChange }: { onChange: (words: string) => void }) {
  const t = useText();
  const id = useId();
  const [search] = useSearchParams();
  const inAddress = search.get('q') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const [before, setBefore] = useState(inAddress);
  const [sent, setSent] = useState(inAddress);
  if (inAddress !== before) {
    setBefore(inAddress);
    // Changed from elsewhere: cleared, or another view. What this field sent comes back, perhaps behind the fingers.
    if (inAddress !== sent) {
      setSent(inAddress);
      setTyped(inAddress);
    }
  }
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed.trim() === inAddress) return undefined;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      latest.current(typed.trim());
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, inAddress]);
  useShortcut('/', t('key.search'), () => input.current?.focus());
  return (
    <>
      <label htmlFor={id} className="mb-said">
        {t('list.search')}
      </label>
      <input
        ref={input}
        id={id}
        type="search"
        className={styles.words}
        value={typed}
        maxLength={200}
        placeholder={t('list.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
    </>
  );
}
