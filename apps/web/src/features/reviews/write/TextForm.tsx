import Button from 'antd/es/button';
import Input from 'antd/es/input';
import TextArea from 'antd/es/input/TextArea';
import { useRef, useState, type SubmitEvent } from 'react';
import { useChannels } from '../../../api/releases';
import type { Draft } from '../../../lib/use-draft';
import { useFormErrors } from '../../../lib/use-form-errors';
import { useSettings } from '../../../settings/settings';
import { serverNow } from '../../../time/server-clock';
import { fromLocalInput } from '../../../time/zone';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { plain } from '../../../ui/plain';
import { useText } from '../text';
import { MOST_BODY, MOST_TITLE, whatIsMissing, type Purpose, type Writing } from './writing';
import styles from './write.module.css';

const FIELDS = ['title', 'body', 'channelIds', 'publishAt', 'reason'];
const SAVE = {
  new: 'edit.save',
  revise: 'edit.save.revise',
  correct: 'edit.save.correct',
} as const;

interface TextFormProps {
  readonly purpose: Purpose;
  readonly draft: Draft<Writing>;
  readonly error: unknown;
  readonly isSending: boolean;
  /** With the time of publication as ISO 8601. */
  readonly onSave: (writing: Writing, at: string | null) => void;
  readonly onCancel: () => void;
}

/** Where texts are written: kept on this device with every keystroke. */
export function TextForm({ purpose, draft, error, isSending, onSave, onCancel }: TextFormProps) {
  const t = useText();
  const { value, change } = draft;
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, error, missing);
  const left = MOST_BODY - value.body.length;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const gaps = whatIsMissing(value, purpose).map((name) => [name, t(`missing.${name}`)] as const);
    const at = purpose === 'correct' ? null : fromLocalInput(value.publishAt);
    const past = at !== null && Date.parse(at) <= serverNow();
    const all = [...gaps, ...(past ? [['publishAt', t('missing.past')] as const] : [])];
    setMissing(Object.fromEntries(all));
    if (all.length === 0 && left >= 0) onSave(value, at);
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.form}>
      <ProblemAlert error={error} fields={FIELDS} />
      <Field label={t('edit.title')} errors={errorsOf('title')}>
        {(control) => (
          <Input
            {...control}
            name="title"
            maxLength={MOST_TITLE}
            value={value.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t('edit.body')} hint={t('edit.redaction')} errors={errorsOf('body')}>
        {(control) => (
          <>
            <TextArea
              {...control}
              name="body"
              autoSize={{ minRows: 10, maxRows: 30 }}
              value={value.body}
              onChange={({ target }) => change({ body: target.value })}
            />
            <p className={left < 0 ? styles.over : styles.count} aria-live="polite">
              {t(left < 0 ? 'edit.over' : 'edit.left', { count: Math.abs(left) })}
            </p>
          </>
        )}
      </Field>
      {purpose === 'correct' ? (
        <Field label={t('edit.reason')} hint={t('edit.reason.hint')} errors={errorsOf('reason')}>
          {(control) => (
            <TextArea
              {...control}
              name="reason"
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              value={value.reason}
              onChange={({ target }) => change({ reason: target.value })}
            />
          )}
        </Field>
      ) : (
        <>
          <Channels
            chosen={value.channelIds}
            errors={errorsOf('channelIds')}
            onChange={(channelIds) => change({ channelIds })}
          />
          <Field
            label={t('publishAt')}
            optional
            hint={t('publishAt.hint')}
            errors={errorsOf('publishAt')}
          >
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={value.publishAt}
                onChange={({ target }) => change({ publishAt: target.value })}
              />
            )}
          </Field>
        </>
      )}
      <p className={styles.count}>{t('edit.kept')}</p>
      <FormActs>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t(SAVE[purpose])}
        </Button>
        <Button onClick={onCancel}>{t('edit.cancel')}</Button>
      </FormActs>
    </form>
  );
}

interface ChannelsProps {
  readonly chosen: readonly string[];
  readonly errors: ReturnType<ReturnType<typeof useFormErrors>>;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Only channels that are registered and in use can be chosen. */
function Channels({ chosen, errors, onChange }: ChannelsProps) {
  const t = useText();
  const { language } = useSettings();
  const { data } = useChannels();
  return (
    <fieldset className={styles.channels} aria-invalid={errors.length > 0}>
      <legend>{t('edit.channels')}</legend>
      {data?.length === 0 && <p className={styles.count}>{t('edit.channels.none')}</p>}
      {data?.map(({ id, name }) => (
        <label key={id} className={styles.channel}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          {name}
        </label>
      ))}
      {errors.map((message) => (
        <p key={plain(message, language)} className={styles.over}>
          {plain(message, language)}
        </p>
      ))}
    </fieldset>
  );
}
