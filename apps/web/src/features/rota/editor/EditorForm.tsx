import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useMemo, useRef, type ReactNode, type SubmitEvent } from 'react';
import type { ScheduleRules } from '../../../api/rota-types';
import { useCommon } from '../../../i18n/common';
import type { Draft } from '../../../lib/use-draft';
import { useFormErrors, type FieldMessages } from '../../../lib/use-form-errors';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Select } from '../../../ui/Select';
import { dateAt } from '../days';
import { useText } from '../text';
import { usePosition } from '../use-words';
import {
  blankLayer,
  missingPositions,
  pathsOf,
  rulesOf,
  withPosition,
  type ScheduleDraft,
} from './draft';
import { PositionEditor } from './PositionEditor';
import { PreviewPane } from './PreviewPane';
import { zonesWith } from './zones';
import styles from './editor.module.css';

const NOTHING_WRONG: FieldMessages = {};

interface EditorFormProps {
  readonly draft: Draft<ScheduleDraft>;
  /** What it is compared with; null for a new one. */
  readonly scheduleId: string | null;
  readonly now: number;
  readonly error: unknown;
  readonly pending: boolean;
  readonly act: string;
  /** Above the fields: what else there is to decide. */
  readonly notice?: ReactNode;
  readonly onSubmit: (rules: ScheduleRules) => void;
}

/** The rules on the left, what they come to on the right. */
export function EditorForm(props: EditorFormProps) {
  const { draft, scheduleId, now, error, pending, act, notice, onSubmit } = props;
  const t = useText();
  const common = useCommon();
  const positionOf = usePosition();
  const { value, change } = draft;
  const today = dateAt(now, value.timeZone);
  const form = useRef<HTMLFormElement>(null);
  const shape = pathsOf(value).join(' ');
  const fields = useMemo(() => shape.split(' '), [shape]);
  const errorsOf = useFormErrors(form, fields, error, NOTHING_WRONG);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit(rulesOf(value));
  };

  return (
    <div className={styles.editor}>
      <form ref={form} onSubmit={submit} noValidate>
        {notice}
        <ProblemAlert error={error} fields={fields} />
        <Field label={t('edit.name')} errors={errorsOf('name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={60}
              value={value.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        {value.positions.map((position, index) => (
          <PositionEditor
            key={position.position}
            path={`positions.${String(index)}`}
            value={position}
            today={today}
            errorsOf={errorsOf}
            onChange={(next) => change({ positions: value.positions.with(index, next) })}
            onRemove={() => change({ positions: value.positions.toSpliced(index, 1) })}
          />
        ))}
        <div className={styles.adds}>
          {missingPositions(value).map((position) => (
            <Button
              key={position}
              onClick={() =>
                change(withPosition(value, position, blankLayer(today, t('quick.layer'))))
              }
            >
              {t('edit.position.add', { position: positionOf(position) })}
            </Button>
          ))}
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={value.swapNeedsApproval}
            onChange={({ target }) => change({ swapNeedsApproval: target.checked })}
          />
          <span>
            {t('edit.swap')}
            <span className={styles.detail}>{t('edit.swap.hint')}</span>
          </span>
        </label>
        <Field label={t('edit.zone')} hint={t('edit.zone.hint')} errors={errorsOf('timeZone')}>
          {(control) => (
            <Select
              {...control}
              value={value.timeZone}
              options={zonesWith(value.timeZone).map((zone) => ({ value: zone, label: zone }))}
              onChange={(timeZone) => change({ timeZone })}
            />
          )}
        </Field>
        <div className={styles.acts}>
          <FormActs>
            <Button type="primary" htmlType="submit" size="large" loading={pending}>
              {act}
            </Button>
            {draft.dirty && (
              <>
                <Button size="large" onClick={draft.clear}>
                  {t('edit.discard')}
                </Button>
                <span className={styles.soft}>{common('draft.kept')}</span>
              </>
            )}
          </FormActs>
        </div>
      </form>
      <div className={styles.preview}>
        <PreviewPane draft={value} scheduleId={scheduleId} now={now} />
      </div>
    </div>
  );
}
