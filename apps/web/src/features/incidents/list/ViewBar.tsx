import Button from 'antd/es/button';
import { useState, type SyntheticEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMe } from '../../../api/session';
import { readStored, writeStored } from '../../../lib/stored';
import { announce } from '../../../ui/announce';
import { isView, VIEWS, type ViewName } from './filters';
import { useText } from './text';
import styles from './list.module.css';

interface SavedView {
  readonly name: string;
  readonly query: string;
}

const LONGEST_NAME = 40;
const NAMES = Object.keys(VIEWS) as ViewName[];

function isSaved(value: unknown): value is SavedView[] {
  return (
    Array.isArray(value) &&
    value.every(
      (view: unknown) =>
        typeof view === 'object' && view !== null && 'name' in view && 'query' in view,
    )
  );
}

/** Ready-made views and one's own; a view is nothing but an address with a name. */
export function ViewBar() {
  const t = useText();
  const me = useMe();
  const [search] = useSearchParams();
  const store = `mb.incidents.views.${me.id}`;
  const [saved, setSaved] = useState<readonly SavedView[]>(() => readStored(store, isSaved) ?? []);
  const change = (views: readonly SavedView[]): void => {
    writeStored(store, views);
    setSaved(views);
  };
  const standing = [
    ...NAMES.map((name) => ({ name: t(`view.${name}`), query: VIEWS[name] })),
    ...(me.unit ? [{ name: t('view.mine'), query: `state=open&unitId=${me.unit.id}` }] : []),
  ];
  return (
    <nav className={styles.views} aria-label={t('view.bar')}>
      {standing.map((view) => (
        <View key={view.name} {...view} isShown={isView(search, view.query)} />
      ))}
      {saved.map((view) => (
        <span key={view.name} className={styles.saved}>
          <View {...view} isShown={isView(search, view.query)} />
          <button
            type="button"
            aria-label={t('view.remove', { name: view.name })}
            onClick={() => {
              change(saved.filter((other) => other !== view));
              announce(t('view.removed', { name: view.name }));
            }}
          >
            ×
          </button>
        </span>
      ))}
      <SaveView
        onSave={(name) =>
          change([
            ...saved.filter((view) => view.name !== name),
            { name, query: search.toString() },
          ])
        }
      />
    </nav>
  );
}

function View({ name, query, isShown }: SavedView & { readonly isShown: boolean }) {
  return (
    <Link to={`?${query}`} className={styles.view} aria-current={isShown ? 'true' : undefined}>
      {name}
    </Link>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const t = useText();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <Button size="small" type="text" onClick={() => setName('')}>
        {t('view.save')}
      </Button>
    );
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName(null);
  };
  return (
    <form onSubmit={submit} className={styles.saving}>
      <input
        autoFocus
        value={name}
        maxLength={LONGEST_NAME}
        aria-label={t('view.name')}
        placeholder={t('view.name.placeholder')}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(null);
        }}
      />
      <Button size="small" htmlType="submit">
        {t('view.save')}
      </Button>
    </form>
  );
}
