import Button from 'antd/es/button';
import Input from 'antd/es/input';
import TextArea from 'antd/es/input/TextArea';
import { useState, type SubmitEvent } from 'react';
import type { ReleasePage } from '../../../api/release-types';
import { useReleaseCommand } from '../../../api/releases';
import { useDraft } from '../../../lib/use-draft';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { announce } from '../../../ui/announce';
import { useText } from '../text';
import { fromLocalInput, toLocalInput } from '../../../time/zone';

const MOST = 2000;

export type Asked = 'submit' | 'withdraw' | 'ask-withdrawal' | 'discard' | 'file' | 'schedule';

/** Whether a reason has to be given, may be given, or is not asked for. */
const REASONS: Record<Asked, 'required' | 'optional' | null> = {
  submit: null,
  withdraw: 'required',
  'ask-withdrawal': 'required',
  discard: 'optional',
  file: null,
  schedule: null,
};

interface AskDialogProps {
  readonly release: ReleasePage;
  readonly act: Asked;
  readonly onClose: () => void;
}

/** Says what will be, and does it when that is wanted. */
export function AskDialog({ release, act, onClose }: AskDialogProps) {
  const t = useText();
  const draft = useDraft(`release.${release.id}.${act}`, {
    reason: '',
    publishAt: release.publishAt === null ? '' : toLocalInput(Date.parse(release.publishAt)),
  });
  const [missing, setMissing] = useState<string | null>(null);
  const give = useReleaseCommand(release, () => {
    announce(t(`done.${act}`));
    draft.clear();
    onClose();
  });
  const asked = REASONS[act];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = draft.value.reason.trim();
    if (asked === 'required' && reason === '') {
      setMissing(t('missing.reason'));
      return;
    }
    const at = act === 'schedule' ? fromLocalInput(draft.value.publishAt) : null;
    give.mutate({
      command: act,
      params: { ...(reason === '' ? {} : { reason }), ...(at === null ? {} : { publishAt: at }) },
    });
  };
  return (
    <Dialog title={t(`ask.${act}`)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} />
        <p>{t(bodyOf(act, release))}</p>
        {act === 'submit' && isUrgent(release) && <p>{t('ask.submit.urgent')}</p>}
        {act === 'schedule' && (
          <Field label={t('publishAt')} optional>
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={draft.value.publishAt}
                onChange={({ target }) => draft.change({ publishAt: target.value })}
              />
            )}
          </Field>
        )}
        {asked !== null && (
          <Field
            label={t('reason')}
            optional={asked === 'optional'}
            errors={missing === null ? undefined : [missing]}
          >
            {(control) => (
              <TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={MOST}
                value={draft.value.reason}
                onChange={({ target }) => draft.change({ reason: target.value })}
              />
            )}
          </Field>
        )}
        <FormActs>
          <Button
            type="primary"
            danger={act === 'withdraw' || act === 'discard'}
            htmlType="submit"
            loading={give.isPending}
          >
            {t(wordOf(act, release))}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}

const isUrgent = ({ severity }: ReleasePage): boolean => severity === 'I' || severity === 'II';

const bodyOf = (act: Asked, { publishedVersion }: ReleasePage) =>
  act === 'discard' && publishedVersion !== null
    ? 'ask.discard.correction.body'
    : (`ask.${act}.body` as const);

export const wordOf = (act: Asked, { publishedVersion }: Pick<ReleasePage, 'publishedVersion'>) =>
  act === 'discard' && publishedVersion !== null
    ? 'act.discard.correction'
    : (`act.${act}` as const);
