import Button from 'antd/es/button';
import { Dialog } from '../../ui/Dialog';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';

interface ConfirmProps {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly body: string;
  readonly act: string;
  readonly keep: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** Asks before something that hurts. The buttons say what they do. */
export function Confirm({ title, body, act, keep, pending, error, onAct, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <ProblemAlert error={error} />
      <p>{body}</p>
      <FormActs>
        <Button danger loading={pending} onClick={onAct}>
          {act}
        </Button>
        <Button onClick={onClose}>{keep}</Button>
      </FormActs>
    </Dialog>
  );
}
