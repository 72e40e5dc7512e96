import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import type { GroupedIncident, InboxMention } from '../../api/inbox';
import { useCategories } from '../../api/meta';
import { KINDS, type Kind } from '../../api/types';
import { useCommon } from '../../i18n/common';
import { useSay } from '../../i18n/words';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';

const FIELDS = ['title', 'claim', 'kind', 'category'];
const NOTHING_WRONG: FieldMessages = {};
const LONGEST = { title: 200, claim: 1_000 };

interface OpenDialogProps {
  readonly first: InboxMention | undefined;
  readonly count: number;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onOpen: (incident: GroupedIncident) => void;
  readonly onClose: () => void;
}

/** A new incident, filled in with what the first mention says. */
export function OpenDialog({ first, count, error, isBusy, onOpen, onClose }: OpenDialogProps) {
  const t = useText();
  const common = useCommon();
  const say = useSay();
  const categories = useCategories();
  const form = useRef<HTMLFormElement>(null);
  const wording = first?.text ?? '';
  const [title, setTitle] = useState(wording.slice(0, 60));
  const [claim, setClaim] = useState(wording.slice(0, LONGEST.claim));
  const [kind, setKind] = useState<Kind | null>(null);
  const [category, setCategory] = useState<string | null>(null);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const errorsOf = useFormErrors(form, FIELDS, error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = {
      ...(title.trim() === '' ? { title: t('wrong.title') } : {}),
      ...(claim.trim() === '' ? { claim: t('wrong.claim') } : {}),
      ...(kind === null ? { kind: t('wrong.kind') } : {}),
      ...(category === null ? { category: t('wrong.category') } : {}),
    };
    setWrong(missing);
    if (kind === null || category === null || Object.keys(missing).length > 0) return;
    onOpen({ title: title.trim(), claim: claim.trim(), kind, category });
  };
  return (
    <Dialog title={t('ask.open', { count })} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={error} fields={FIELDS} />
        <Choice<Kind>
          label={t('field.kind')}
          name="kind"
          value={kind}
          options={KINDS.map((one) => ({ value: one, label: common(`kind.${one}`) }))}
          onChange={setKind}
          errors={errorsOf('kind')}
        />
        <Choice
          label={t('field.category')}
          name="category"
          value={category}
          options={categories.map((one) => ({ value: one.code, label: say(one) }))}
          onChange={setCategory}
          errors={errorsOf('category')}
        />
        <Field label={t('field.title')} errors={errorsOf('title')}>
          {(control) => (
            <Input
              {...control}
              maxLength={LONGEST.title}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <Field label={t('field.claim')} errors={errorsOf('claim')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={LONGEST.claim}
              value={claim}
              onChange={({ target }) => setClaim(target.value)}
            />
          )}
        </Field>
        <FormActs>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('open')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}
