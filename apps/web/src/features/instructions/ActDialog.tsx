import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useRef, useState, type SubmitEvent } from 'react';
import {
  useInstructionCommand,
  type Instruction,
  type InstructionCommand,
} from '../../api/instructions';
import { useDraft } from '../../lib/use-draft';
import { useFormErrors, type ErrorsOf, type FieldMessages } from '../../lib/use-form-errors';
import { fromLocalInput } from '../../time/zone';
import { announce } from '../../ui/announce';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useText } from './text';

type FieldName = 'result' | 'reason' | 'dueAt';

const FIELDS: readonly FieldName[] = ['result', 'reason', 'dueAt'];
const NOTHING_WRONG: FieldMessages = {};
const LONGEST = 2_000;

/** What each act needs. */
const NEEDS: Readonly<Record<InstructionCommand, readonly FieldName[]>> = {
  complete: ['result'],
  accept: [],
  return: ['reason'],
  extend: ['dueAt', 'reason'],
  withdraw: ['reason'],
};

interface ActDialogProps {
  readonly instruction: Instruction;
  readonly command: InstructionCommand;
  readonly onClose: () => void;
}

/** Says what will be, asks what it needs, and does it. */
export function ActDialog({ instruction, command, onClose }: ActDialogProps) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(`instruction.${instruction.id}.${command}`, {
    ...{ result: '', reason: '', dueAt: '' },
  });
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const give = useInstructionCommand(instruction, () => {
    draft.clear();
    announce(t(`done.${command}`));
    onClose();
  });
  const errorsOf = useFormErrors(form, FIELDS, give.error, wrong);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const words = NEEDS[command].map((name) => [name, wordsOf(name, draft.value)] as const);
    const missing = words.filter(([, said]) => said === '').map(([name]) => name);
    setWrong(Object.fromEntries(missing.map((name) => [name, t(`wrong.${name}`)])));
    if (missing.length === 0) give.mutate({ command, ...Object.fromEntries(words) });
  };
  return (
    <Dialog title={t(`${command}.ask`)} sheet onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit}>
        <ProblemAlert error={give.error} fields={FIELDS} />
        <p>{t(`${command}.effect`)}</p>
        {NEEDS[command].map((name) => (
          <OneField
            key={name}
            name={name}
            value={draft.value[name]}
            errorsOf={errorsOf}
            onChange={(value) => draft.change({ [name]: value })}
          />
        ))}
        <FormActs>
          <Button
            type="primary"
            danger={command === 'withdraw'}
            htmlType="submit"
            loading={give.isPending}
          >
            {t(command)}
          </Button>
          <Button onClick={onClose}>{t('keep')}</Button>
        </FormActs>
      </form>
    </Dialog>
  );
}

const wordsOf = (name: FieldName, value: Readonly<Record<FieldName, string>>): string =>
  name === 'dueAt' ? (fromLocalInput(value.dueAt) ?? '') : value[name].trim();

interface OneFieldProps {
  readonly name: FieldName;
  readonly value: string;
  readonly errorsOf: ErrorsOf;
  readonly onChange: (value: string) => void;
}

function OneField({ name, value, errorsOf, onChange }: OneFieldProps) {
  const t = useText();
  return (
    <Field label={t(`field.${name}`)} errors={errorsOf(name)}>
      {(control) =>
        name === 'dueAt' ? (
          <Input
            {...control}
            type="datetime-local"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3 }}
            maxLength={LONGEST}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
