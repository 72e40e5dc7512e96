import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import {
  SOURCE_KINDS,
  useChangeSource,
  useCreateSource,
  type Source,
  type SourceEntry,
  type SourceKind,
} from '../../../api/sources';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { useText } from '../text';
import { useTold } from '../told';
import { Unsaved } from '../Unsaved';
import { RuleField } from './RuleField';

const FIELDS = ['name', 'kind', 'url', 'everyMinutes', 'keywordRule'];
const NOTHING_WRONG: FieldMessages = {};
const NAME_MAX = 100;
const RHYTHMS = ['5', '15', '30', '60', '180', '720', '1440'] as const;

interface SourceFormProps {
  /** Null for a new one. */
  readonly source: Source | null;
  /** With the source that was made, when it was. */
  readonly onClose: (made?: Source) => void;
}

interface Entry {
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly everyMinutes: string;
  readonly keywordRule: string;
}

const entryOf = (source: Source | null): Entry => ({
  name: source?.name ?? '',
  kind: source?.kind ?? 'rss',
  url: source?.url ?? '',
  everyMinutes: String(source?.everyMinutes ?? 30),
  keywordRule: source?.keywordRule ?? '',
});

export function SourceForm({ source, onClose }: SourceFormProps) {
  const t = useText();
  const [before] = useState(() => entryOf(source));
  const [entry, setEntry] = useState(before);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const [isLeaving, setLeaving] = useState(false);
  const isDirty = JSON.stringify(entry) !== JSON.stringify(before);
  const create = useCreateSource((made) => {
    announce(t('source.created'));
    onClose(made);
  });
  const save = useChangeSource(source, (changed) => {
    const isTurned = changed.active !== source?.active;
    announce(t(isTurned ? (changed.active ? 'source.resumed' : 'source.paused') : 'source.saved'));
    onClose();
  });
  const form = useRef<HTMLFormElement>(null);
  const error = useTold(create.error ?? save.error);
  const errorsOf = useFormErrors(form, FIELDS, error, wrong);
  const { kind } = entry;
  const isFeed = kind === 'rss';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = wrongIn(entry);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    if (source) save.mutate(bodyOf(entry));
    else create.mutate(bodyOf(entry));
  };
  const wrongIn = ({ name, url }: Entry): FieldMessages => ({
    ...(name.trim() === '' ? { name: t('wrong.sourceName') } : {}),
    ...(isFeed && !/^https?:\/\/\S+$/i.test(url.trim()) ? { url: t('wrong.feedUrl') } : {}),
  });

  return (
    <Dialog
      title={source ? t('sources.edit', { name: source.name }) : t('sources.new')}
      side
      onClose={() => (isDirty ? setLeaving(true) : onClose())}
    >
      {isLeaving && <Unsaved onStay={() => setLeaving(false)} onGo={() => onClose()} />}
      <form ref={form} onSubmit={submit} noValidate>
        <ProblemAlert error={error} fields={FIELDS} />
        <Field label={t('source.name')} errors={errorsOf('name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={NAME_MAX}
              value={entry.name}
              onChange={({ target }) => setEntry({ ...entry, name: target.value })}
            />
          )}
        </Field>
        <Field
          label={t('source.kind')}
          hint={t(
            isFeed || kind === 'webhook' ? `source.kind.hint.${kind}` : 'source.kind.hint.other',
          )}
          errors={errorsOf('kind')}
        >
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={SOURCE_KINDS.map((value) => ({ value, label: t(`source.kind.${value}`) }))}
              onChange={(picked) => setEntry({ ...entry, kind: picked === '' ? kind : picked })}
            />
          )}
        </Field>
        <Field
          label={t(isFeed ? 'source.url' : 'source.url.look')}
          hint={isFeed ? t('source.url.hint') : undefined}
          optional={!isFeed}
          errors={errorsOf('url')}
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              autoComplete="off"
              maxLength={2000}
              value={entry.url}
              onChange={({ target }) => setEntry({ ...entry, url: target.value })}
            />
          )}
        </Field>
        {isFeed && (
          <Field label={t('source.rhythm')} errors={errorsOf('everyMinutes')}>
            {(control) => (
              <Select
                {...control}
                value={entry.everyMinutes}
                options={rhythmsWith(entry.everyMinutes).map((value) => ({
                  value,
                  label: rhythmWords(Number(value)),
                }))}
                onChange={(everyMinutes) => setEntry({ ...entry, everyMinutes })}
              />
            )}
          </Field>
        )}
        {(isFeed || kind === 'webhook') && (
          <RuleField
            value={entry.keywordRule}
            errors={errorsOf('keywordRule')}
            onChange={(keywordRule) => setEntry({ ...entry, keywordRule })}
          />
        )}
        <FormActs>
          <Button type="primary" htmlType="submit" loading={create.isPending || save.isPending}>
            {source ? t('save') : t('source.create')}
          </Button>
          {source && (
            <Button
              danger={source.active}
              disabled={save.isPending}
              onClick={() => save.mutate({ active: !source.active })}
            >
              {t(source.active ? 'source.pause' : 'source.resume')}
            </Button>
          )}
        </FormActs>
      </form>
    </Dialog>
  );

  function rhythmWords(minutes: number): string {
    return minutes % 60 === 0
      ? t('source.rhythm.hours', { count: minutes / 60 })
      : t('source.rhythm.minutes', { count: minutes });
  }
}

/** Those that are offered, and the one that it has. */
const rhythmsWith = (own: string): readonly string[] =>
  [...new Set([...RHYTHMS, own])].sort((a, b) => Number(a) - Number(b));

function bodyOf({ name, kind, url, everyMinutes, keywordRule }: Entry): SourceEntry {
  const address = url.trim();
  return {
    ...{ name: name.trim(), kind },
    ...(address === '' ? {} : { url: address }),
    ...(kind === 'rss' ? { everyMinutes: Number(everyMinutes) } : {}),
    ...(kind === 'rss' || kind === 'webhook' ? { keywordRule: keywordRule.trim() } : {}),
  };
}
