import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import type { Report, ReportSection } from '../../../api/report-types';
import { useEditSection } from '../../../api/reports';
import { useCommon } from '../../../i18n/common';
import type { Draft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { LeaveGuard } from '../../../ui/LeaveGuard';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from './text';
import styles from './document.module.css';

const FIELDS = ['text'];
const NOTHING_WRONG: FieldMessages = {};
/** As the server takes it. */
const LONGEST = 20_000;

export interface TextDraft {
  readonly text: string;
  /** The text that it was written over. */
  readonly base: string;
}

interface SectionEditorProps {
  readonly report: Report;
  readonly section: ReportSection;
  readonly draft: Draft<TextDraft>;
  readonly onClose: () => void;
}

/** A section's text, written in its place. What is typed is kept on this device until it is saved. */
export function SectionEditor({ report, section, draft, onClose }: SectionEditorProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  const { text, base } = draft.value;
  const edit = useEditSection(report);
  const errorsOf = useFormErrors(form, FIELDS, edit.error, NOTHING_WRONG);
  const dirty = text !== section.text;
  const close = () => {
    draft.clear();
    onClose();
  };
  const save = (next: string | null) =>
    edit.mutate(
      { key: section.key, text: next },
      {
        onSuccess: () => {
          close();
          announce(t(next === null ? 'edit.restored' : 'edit.saved'));
        },
        onError: () => setAsking(false),
      },
    );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(text);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.editor}>
      <ProblemAlert error={edit.error} fields={FIELDS} />
      {base !== section.text && <ChangedMeanwhile text={section.text} onTake={close} />}
      <Field
        label={t('edit.text', { title: section.title })}
        hint={t('edit.hint')}
        errors={errorsOf('text')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus={!dirty}
            autoSize={{ minRows: 6 }}
            maxLength={LONGEST}
            value={text}
            onChange={({ target }) => draft.change({ text: target.value })}
          />
        )}
      </Field>
      <FormActs>
        <Button type="primary" htmlType="submit" loading={edit.isPending} disabled={!dirty}>
          {t('edit.save')}
        </Button>
        <Button onClick={close}>{dirty ? t('edit.cancel') : common('action.close')}</Button>
        {section.edited && (
          <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {t('edit.reset')}
          </Button>
        )}
        {dirty && <span className={styles.soft}>{common('draft.kept')}</span>}
      </FormActs>
      {asking && (
        <Dialog title={t('edit.reset.ask')} onClose={() => setAsking(false)}>
          <p>{t('edit.reset.effect')}</p>
          <FormActs>
            <Button type="primary" danger loading={edit.isPending} onClick={() => save(null)}>
              {t('edit.reset')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('keep')}</Button>
          </FormActs>
        </Dialog>
      )}
      <LeaveGuard when={dirty && !edit.isPending} />
    </form>
  );
}

/** Two people wrote at once: neither loses a word, and whoever saves last has seen the other's. */
function ChangedMeanwhile({ text, onTake }: { text: string; onTake: () => void }) {
  const t = useText();
  return (
    <div role="alert" className={styles.notice}>
      <p>{t('edit.changed')}</p>
      <details>
        <summary>{t('edit.theirs')}</summary>
        <p className={styles.theirs}>{text}</p>
      </details>
      <Button onClick={onTake}>{t('edit.take')}</Button>
    </div>
  );
}
