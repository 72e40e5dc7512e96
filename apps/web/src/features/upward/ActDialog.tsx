import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import { useReportAct, type Report } from '../../api/upward';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { announce } from '../../ui/announce';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';
import { useTypeWord } from './use-report-words';

/** Those that ask before they are done. */
export type AskedAct = 'send' | 'withdraw' | 'return';

const FIELDS = ['question'];
const NOTHING_WRONG: FieldMessages = {};
const DONE = { send: 'sent', withdraw: 'withdrawn', return: 'returned' } as const;
const LONGEST_QUESTION = 1_000;

interface ActDialogProps {
  readonly report: Report;
  readonly act: AskedAct;
  readonly onClose: () => void;
}

/** Says what will be, and does it when that is wanted. */
export function ActDialog({ report, act, onClose }: ActDialogProps) {
  const t = useText();
  const typeOf = useTypeWord();
  const form = useRef<HTMLFormElement>(null);
  const [question, setQuestion] = useState('');
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const give = useReportAct(report, () => {
    announce(t(DONE[act]));
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, give.error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isMissing = act === 'return' && question.trim() === '';
    setWrong(isMissing ? { question: t('wrong.question') } : NOTHING_WRONG);
    if (isMissing) return;
    give.mutate({ act, ...(act === 'return' ? { question: question.trim() } : {}) });
  };
  return (
    <Dialog title={t(`${act}.ask`, { type: typeOf(report) })} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} fields={FIELDS} />
        <Effect report={report} act={act} />
        {act === 'return' && (
          <Field label={t('return.question')} errors={errorsOf('question')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 3 }}
                maxLength={LONGEST_QUESTION}
                value={question}
                onChange={({ target }) => setQuestion(target.value)}
              />
            )}
          </Field>
        )}
        <FormActs>
          <Button
            type="primary"
            danger={act === 'withdraw'}
            htmlType="submit"
            loading={give.isPending}
          >
            {t(act)}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}

function Effect({ report, act }: Pick<ActDialogProps, 'report' | 'act'>) {
  const t = useText();
  switch (act) {
    case 'withdraw':
      return <p>{t('withdraw.effect')}</p>;
    case 'return':
      return <p>{t('return.effect')}</p>;
    case 'send':
      return (
        <>
          <p>{t('send.effect', { receiver: report.receiver?.name ?? '' })}</p>
          <p>{t('send.effect.clock')}</p>
          {report.missing.length > 0 && (
            <p>{t('send.effect.open', { count: report.missing.length })}</p>
          )}
        </>
      );
  }
}
