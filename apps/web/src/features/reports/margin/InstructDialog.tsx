import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useUnits } from '../../../api/people';
import { useInstruct } from '../../../api/report-notes';
import type { Report } from '../../../api/report-types';
import { useCommon } from '../../../i18n/common';
import { useDraft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { serverNow } from '../../../time/server-clock';
import { fromLocalInput, toLocalInput } from '../../../time/zone';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { useText } from './text';
import styles from './margin.module.css';

const FIELDS = ['text', 'unitId', 'dueAt'];
const NOTHING_WRONG: FieldMessages = {};
const LONGEST = 2_000;
const DAY = 86_400_000;
/** What leaders say most: three days, a week, a month. */
const DAYS = [3, 7, 30];
const BLANK = { text: '', unitId: '', due: '' };

/** What a note is about: a section, or one incident behind a number. */
export interface About {
  readonly section?: { readonly key: string; readonly name: string };
  readonly incident?: { readonly id: string; readonly number: string; readonly title: string };
}

interface InstructDialogProps {
  readonly report: Report;
  readonly about: About;
  readonly onClose: () => void;
}

/** A leader's note (批示): what is to be done, by which unit, until when. */
export function InstructDialog({ report, about, onClose }: InstructDialogProps) {
  const t = useText();
  const common = useCommon();
  const form = useRef<HTMLFormElement>(null);
  const { section, incident } = about;
  const draft = useDraft(
    `report.${report.id}.instruct.${section?.key ?? incident?.id ?? ''}`,
    BLANK,
  );
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const give = useInstruct(report.id, () => {
    draft.clear();
    announce(t('instruct.sent'));
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, give.error, wrong);
  const { value, change } = draft;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const dueAt = fromLocalInput(value.due);
    const missing = missingOf(value, dueAt);
    setWrong(Object.fromEntries(missing.map(({ path, key }) => [path, t(key)])));
    if (missing.length > 0 || dueAt === null) return;
    give.mutate({
      ...{ text: value.text.trim(), unitId: value.unitId, dueAt },
      ...(section && { sectionKey: section.key }),
      ...(incident && { incidentId: incident.id }),
    });
  };
  return (
    <Dialog title={t('instruct.title')} side onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} fields={FIELDS} />
        <p className={styles.about}>
          <span>{t('instruct.about')}</span>{' '}
          {section?.name ?? `${incident?.number ?? ''} ${incident?.title ?? ''}`}
        </p>
        <Field label={t('instruct.text')} hint={t('instruct.text.hint')} errors={errorsOf('text')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 3 }}
              maxLength={LONGEST}
              value={value.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          )}
        </Field>
        <UnitField
          unitId={value.unitId}
          errors={errorsOf('unitId')}
          onChange={(unitId) => change({ unitId })}
        />
        <Field label={t('instruct.due')} errors={errorsOf('dueAt')}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={value.due}
              onChange={({ target }) => change({ due: target.value })}
            />
          )}
        </Field>
        <div className={styles.days}>
          {DAYS.map((count) => (
            <Button key={count} onClick={() => change({ due: inDays(count) })}>
              {t('instruct.days', { count })}
            </Button>
          ))}
        </div>
        <p className={styles.soft}>{t('instruct.effect')}</p>
        <FormActs>
          <Button type="primary" htmlType="submit" loading={give.isPending}>
            {t('instruct.send')}
          </Button>
          <Button onClick={onClose}>{common('action.cancel')}</Button>
          {draft.dirty && <span className={styles.soft}>{common('draft.kept')}</span>}
        </FormActs>
      </form>
    </Dialog>
  );
}

/** At the end of that day's work. */
const inDays = (count: number): string =>
  `${toLocalInput(serverNow() + count * DAY).slice(0, 10)}T18:00`;

interface Missing {
  readonly path: string;
  readonly key: 'wrong.text' | 'wrong.unit' | 'wrong.due' | 'wrong.past';
}

function missingOf({ text, unitId }: typeof BLANK, dueAt: string | null): readonly Missing[] {
  const isPast = dueAt !== null && Date.parse(dueAt) <= serverNow();
  return [
    ...(text.trim() === '' ? [{ path: 'text', key: 'wrong.text' } as const] : []),
    ...(unitId === '' ? [{ path: 'unitId', key: 'wrong.unit' } as const] : []),
    ...(dueAt === null ? [{ path: 'dueAt', key: 'wrong.due' } as const] : []),
    ...(isPast ? [{ path: 'dueAt', key: 'wrong.past' } as const] : []),
  ];
}

interface UnitFieldProps {
  readonly unitId: string;
  readonly errors: ReturnType<ReturnType<typeof useFormErrors>>;
  readonly onChange: (unitId: string) => void;
}

function UnitField({ unitId, errors, onChange }: UnitFieldProps) {
  const t = useText();
  const { data: units = [] } = useUnits();
  return (
    <Field label={t('instruct.unit')} errors={errors}>
      {(control) => (
        <Select
          {...control}
          value={unitId}
          none={t('instruct.unit.none')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
