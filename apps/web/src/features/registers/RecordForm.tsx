import Button from 'antd/es/button';
import { useRef, useState, type SubmitEvent } from 'react';
import { useKeepRecord, type RegisterPath, type RegisterRecord } from '../../api/registers';
import { useDraft } from '../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { announce } from '../../ui/announce';
import { Dialog } from '../../ui/Dialog';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { bodyOf, entryOf, missingIn } from './entry';
import { FormField } from './FormField';
import { History } from './History';
import { SPECS } from './specs';
import { useText } from './text';
import { useRecordName } from './use-names';

/** Every path at which the server may find something wrong: those of the actions too. */
const FIELDS: readonly string[] = [
  ...new Set(Object.values(SPECS).flatMap((spec) => spec.map(({ name }): string => name))),
  ...Array.from({ length: 30 }, (_, index) =>
    ['title', 'kind', 'basis', 'unitId', 'dueIn'].map(
      (field) => `actions.${String(index)}.${field}`,
    ),
  ).flat(),
];
const NOTHING_WRONG: FieldMessages = {};

interface RecordFormProps {
  readonly path: RegisterPath;
  /** Null for a new one. */
  readonly record: RegisterRecord | null;
  /** `2026-03-02` by the organisation's clock. */
  readonly today: string;
  readonly mayManage: boolean;
  readonly onClose: () => void;
}

/** One record: to be read by all, changed by those who keep the registers. What is typed stays until it is saved. */
export function RecordForm({ path, record, today, mayManage, onClose }: RecordFormProps) {
  const t = useText();
  const nameOf = useRecordName(path);
  const spec = SPECS[path];
  const draft = useDraft(
    `register.${path}.${record === null ? 'new' : `${record.id}.${String(record.version)}`}`,
    entryOf(spec, record, today),
  );
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const [act, setAct] = useState<'saved' | 'retired' | 'restored'>('saved');
  const keep = useKeepRecord(path, record, () => {
    draft.clear();
    announce(t(act));
    onClose();
  });
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, keep.error, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = missingIn(spec, draft.value);
    setWrong(Object.fromEntries(missing.map((name) => [name, t('wrong.missing')])));
    if (missing.length > 0) return;
    setAct('saved');
    keep.mutate(bodyOf(spec, draft.value));
  };
  const switchUse = (active: boolean) => {
    setAct(active ? 'restored' : 'retired');
    keep.mutate({ active });
  };

  return (
    <Dialog
      title={
        record === null
          ? t(`new.${path}`)
          : mayManage
            ? t('edit', { name: nameOf(record) })
            : nameOf(record)
      }
      side
      onClose={onClose}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <ProblemAlert error={keep.error} fields={FIELDS} />
        <fieldset disabled={!mayManage} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
          {spec.map((field) => (
            <FormField
              key={field.name}
              spec={field}
              value={draft.value[field.name] ?? ''}
              errorsOf={errorsOf}
              onChange={(value) => draft.change({ [field.name]: value })}
            />
          ))}
        </fieldset>
        {mayManage && (
          <FormActs>
            <Button
              type="primary"
              htmlType="submit"
              loading={keep.isPending}
              disabled={record !== null && !draft.dirty}
            >
              {t('save')}
            </Button>
            {draft.dirty && <Button onClick={draft.clear}>{t('discard')}</Button>}
            {record !== null && !draft.dirty && (
              <Button onClick={() => switchUse(!record.active)}>
                {t(record.active ? 'retire' : 'restore')}
              </Button>
            )}
          </FormActs>
        )}
      </form>
      {record !== null && <History path={path} id={record.id} />}
    </Dialog>
  );
}
