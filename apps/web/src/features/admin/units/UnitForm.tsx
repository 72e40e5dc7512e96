import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useChangeUnit, useCreateUnit } from '../../../api/admin-people';
import type { OrganisationUnit } from '../../../api/people-types';
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
import { parentsFor } from './tree';
import styles from '../admin.module.css';

const FIELDS = ['name', 'code', 'parentId'];
const NOTHING_WRONG: FieldMessages = {};
/** The server's own limits (libs/identity/core/unit-rules.ts). */
const CODE = /^[\p{Script=Han}A-Za-z0-9._-]{1,40}$/u;
const NAME_MAX = 80;

interface UnitFormProps {
  /** Null for a new one. */
  readonly unit: OrganisationUnit | null;
  readonly units: readonly OrganisationUnit[];
  readonly onClose: () => void;
}

export function UnitForm({ unit, units, onClose }: UnitFormProps) {
  const t = useText();
  const [before] = useState({ name: unit?.name ?? '', code: '', parentId: unit?.parentId ?? '' });
  const [entry, setEntry] = useState(before);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const [isLeaving, setLeaving] = useState(false);
  const isDirty = JSON.stringify(entry) !== JSON.stringify(before);
  const done = () => {
    announce(t(unit ? 'unit.saved' : 'unit.created'));
    onClose();
  };
  const create = useCreateUnit(done);
  const save = useChangeUnit(unit?.id ?? '', done);
  const form = useRef<HTMLFormElement>(null);
  const error = useTold(create.error ?? save.error);
  const errorsOf = useFormErrors(form, FIELDS, error, wrong);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [name, code] = [entry.name.trim(), entry.code.trim()];
    const found: FieldMessages = {
      ...(name === '' || name.length > NAME_MAX ? { name: t('wrong.unitName') } : {}),
      ...(code !== '' && !CODE.test(code) ? { code: t('wrong.code') } : {}),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const placed = { name, parentId: entry.parentId === '' ? null : entry.parentId };
    if (unit) save.mutate(placed);
    else create.mutate({ ...placed, ...(code === '' ? {} : { code }) });
  };

  return (
    <Dialog
      title={unit ? t('units.edit', { name: unit.name }) : t('units.new')}
      side
      onClose={() => (isDirty ? setLeaving(true) : onClose())}
    >
      {isLeaving && <Unsaved onStay={() => setLeaving(false)} onGo={onClose} />}
      <form ref={form} onSubmit={submit} noValidate>
        <ProblemAlert error={error} fields={FIELDS} />
        <Field label={t('unit.name')} errors={errorsOf('name')}>
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
          label={t('unit.code')}
          optional={unit === null}
          hint={t(unit ? 'unit.code.fixed' : 'unit.code.hint')}
          errors={errorsOf('code')}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={40}
              readOnly={unit !== null}
              value={unit?.code ?? entry.code}
              onChange={({ target }) => setEntry({ ...entry, code: target.value })}
            />
          )}
        </Field>
        <Field label={t('unit.parent')} errors={errorsOf('parentId')}>
          {(control) => (
            <Select
              {...control}
              value={entry.parentId}
              none={t('unit.parent.none')}
              options={parentsFor(units, unit?.id ?? null).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              onChange={(parentId) => setEntry({ ...entry, parentId })}
            />
          )}
        </Field>
        {unit && <p className={styles.soft}>{t('unit.config')}</p>}
        <FormActs>
          <Button
            type="primary"
            htmlType="submit"
            loading={create.isPending || save.isPending}
            disabled={!isDirty}
          >
            {t(unit ? 'save' : 'user.create')}
          </Button>
        </FormActs>
      </form>
    </Dialog>
  );
}
