import Button from 'antd/es/button';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type SubmitEvent } from 'react';
import { sayItCameBack } from '../../api/library';
import { useCommon } from '../../i18n/common';
import { useFormErrors } from '../../lib/use-form-errors';
import type { Draft } from '../../lib/use-draft';
import { randomId } from '../../lib/random-id';
import { serverNow } from '../../time/server-clock';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import type { Incident } from '../../api/types';
import { filledFrom, whatIsMissing, type Entry, type Missing } from './entry';
import { isSighting, readPaste } from './paste';
import { DetailFields, MainFields } from './QuickLogFields';
import { Shots } from './Shots';
import { withFiles, type Picked, type Shot } from './shots';
import { useText } from './text';
import { LooksLike } from './LooksLike';
import { useLogIncident } from './use-log-incident';
import styles from './quicklog.module.css';

const FIELDS = [
  'title',
  'claim',
  'kind',
  'category',
  'place',
  'mentions.0.text',
  'mentions.0.source',
  'mentions.0.url',
  'mentions.0.seenAt',
];

/** Where the server would complain of the same thing. */
const PATHS: Record<Missing, string> = {
  claim: 'claim',
  kind: 'kind',
  category: 'category',
  text: 'mentions.0.text',
  source: 'mentions.0.source',
};

const NOTHING_PICKED: Picked = { shots: [], unfit: [] };

interface FormProps {
  readonly draft: Draft<Entry>;
  readonly onSaved: (incident: Incident, shots: readonly Shot[]) => void;
}

export function QuickLogForm({ draft, onSaved }: FormProps) {
  const t = useText();
  const common = useCommon();
  const { value: entry, change } = draft;
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const [filled, setFilled] = useState<'filled' | 'filled.short' | null>(null);
  const [cameBack, setCameBack] = useState<readonly string[]>([]);
  const [picked, setPicked] = useState(NOTHING_PICKED);
  const log = useLogIncident((incident) => {
    // Beside the point of logging: should it fail, the incident is there, and the page of the answer can say it.
    void sayItCameBack(cameBack, incident.id).catch(() => undefined);
    onSaved(incident, picked.shots);
  });
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, log.error, missing);

  const addShots = (files: readonly File[]) =>
    setPicked(({ shots }) =>
      withFiles(shots, files, (number) => t('shots.name', { number }), randomId),
    );

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    const files = [...event.clipboardData.files];
    // What is copied from an office program comes as text, and as a picture of it.
    if (pasted === '' && files.length > 0) {
      event.preventDefault();
      addShots(files);
      return;
    }
    const intoWording = event.target instanceof HTMLTextAreaElement;
    const intoLink = event.target instanceof HTMLInputElement && event.target.type === 'url';
    if (intoLink || !(isSighting(pasted) || (intoWording && entry.text === ''))) return;
    event.preventDefault();
    const read = readPaste(pasted, serverNow());
    change(filledFrom(read, entry));
    setFilled(read.url ? 'filled' : 'filled.short');
    const field = read.text ? 'input[name=claim]' : 'textarea';
    form.current?.querySelector<HTMLElement>(field)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const gaps = whatIsMissing(entry);
    setMissing(Object.fromEntries(gaps.map((field) => [PATHS[field], t(`missing.${field}`)])));
    if (gaps.length === 0) log.submit(entry);
  };

  return (
    <form
      ref={form}
      onSubmit={submit}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
      noValidate
      className={styles.form}
    >
      <p className={styles.lead}>{t('lead')}</p>
      <ProblemAlert error={log.error} fields={FIELDS} />
      <MainFields entry={entry} change={change} errorsOf={errorsOf} />
      <p role="status" className={styles.filled}>
        {filled && t(filled)}
      </p>
      <LooksLike entry={entry} cameBack={cameBack} onCameBack={setCameBack} />
      <Shots
        {...picked}
        onFiles={addShots}
        onRemove={(id) =>
          setPicked(({ shots }) => ({ shots: shots.filter((shot) => shot.id !== id), unfit: [] }))
        }
      />
      <DetailFields entry={entry} change={change} errorsOf={errorsOf} />
      <p className={styles.soft}>{t('privacy')}</p>
      <div className={styles.acts}>
        <FormActs>
          <Button type="primary" size="large" htmlType="submit" loading={log.isPending}>
            {t('submit')}
          </Button>
          <ClearButton draft={draft} />
          <span className={styles.key}>{draft.dirty ? common('draft.kept') : t('key')}</span>
        </FormActs>
      </div>
    </form>
  );
}

/** Clearing is undone by the same button. */
function ClearButton({ draft }: { draft: Draft<Entry> }) {
  const t = useText();
  const [cleared, setCleared] = useState<Entry | null>(null);
  const clear = () => {
    setCleared(draft.value);
    draft.clear();
  };
  if (draft.dirty) {
    return (
      <Button size="large" onClick={clear}>
        {t('clear')}
      </Button>
    );
  }
  if (cleared === null) return null;
  return (
    <Button size="large" onClick={() => draft.change(cleared)}>
      {t('clear.undo')}
    </Button>
  );
}
