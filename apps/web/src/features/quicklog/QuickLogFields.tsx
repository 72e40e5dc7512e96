import Input from 'antd/es/input';
import { useCategories } from '../../api/meta';
import { KINDS, type Kind } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { useSay } from '../../i18n/words';
import type { ErrorsOf } from '../../lib/use-form-errors';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import type { Entry } from './entry';
import { useText } from './text';
import styles from './quicklog.module.css';

/** The server's limits: a field that takes no more needs no refusal. */
const LIMITS = { text: 5000, claim: 1000, source: 100, url: 2000, title: 200, place: 200 };

interface FieldsProps {
  readonly entry: Entry;
  readonly change: (change: Partial<Entry>) => void;
  readonly errorsOf: ErrorsOf;
}

/** What a person has to look at: the wording, and the three fields that only a person can fill. */
export function MainFields({ entry, change, errorsOf }: FieldsProps) {
  const t = useText();
  const common = useCommon();
  const say = useSay();
  const categories = useCategories();
  return (
    <>
      <Field label={t('text')} errors={errorsOf('mentions.0.text')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('text.placeholder')}
            maxLength={LIMITS.text}
            value={entry.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('claim')} errors={errorsOf('claim')}>
        {(control) => (
          <Input
            {...control}
            name="claim"
            autoComplete="off"
            placeholder={t('claim.placeholder')}
            maxLength={LIMITS.claim}
            value={entry.claim}
            onChange={(event) => change({ claim: event.target.value })}
          />
        )}
      </Field>
      <Choice<Kind>
        label={t('kind')}
        name="kind"
        value={entry.kind === '' ? null : entry.kind}
        options={KINDS.map((kind) => ({ value: kind, label: common(`kind.${kind}`) }))}
        onChange={(kind) => change({ kind })}
        errors={errorsOf('kind')}
      />
      <Choice
        label={t('category')}
        name="category"
        value={entry.category}
        options={categories.map((category) => ({ value: category.code, label: say(category) }))}
        onChange={(category) => change({ category })}
        errors={errorsOf('category')}
      />
    </>
  );
}

/** What a paste fills in; still in sight, since it may be wrong. */
export function DetailFields({ entry, change, errorsOf }: FieldsProps) {
  const t = useText();
  return (
    <>
      <div className={styles.details}>
        <Field label={t('source')} errors={errorsOf('mentions.0.source')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              placeholder={t('source.placeholder')}
              maxLength={LIMITS.source}
              value={entry.source}
              onChange={(event) => change({ source: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('seenAt')} hint={t('seenAt.hint')} errors={errorsOf('mentions.0.seenAt')}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={entry.seenAt}
              onChange={(event) => change({ seenAt: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('url')} optional errors={errorsOf('mentions.0.url')}>
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              autoComplete="off"
              maxLength={LIMITS.url}
              value={entry.url}
              onChange={(event) => change({ url: event.target.value })}
            />
          )}
        </Field>
      </div>
      <details className={styles.more} open={hasMore(entry, errorsOf)}>
        <summary>{t('more')}</summary>
        <Field label={t('title.field')} hint={t('title.hint')} optional errors={errorsOf('title')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={LIMITS.title}
              value={entry.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('place')} optional errors={errorsOf('place')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={LIMITS.place}
              value={entry.place}
              onChange={(event) => change({ place: event.target.value })}
            />
          )}
        </Field>
      </details>
    </>
  );
}

/** What is filled in or wrong must not hide. */
function hasMore(entry: Entry, errorsOf: ErrorsOf): boolean {
  const wrong = errorsOf('title').length + errorsOf('place').length;
  return entry.title !== '' || entry.place !== '' || wrong > 0;
}
