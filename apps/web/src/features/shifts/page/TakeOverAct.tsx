import Button from 'antd/es/button';
import { useSignHandover } from '../../../api/handovers';
import { announce } from '../../../ui/announce';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { useText } from '../text';

/** The incoming person's signature, below what it is for. */
export function TakeOverAct({ handoverId }: { handoverId: string }) {
  const t = useText();
  const sign = useSignHandover(handoverId, () => announce(t('hand.taken')));
  return (
    <>
      <ProblemAlert error={sign.error} />
      <p>{t('hand.take.effect')}</p>
      <FormActs>
        <Button type="primary" size="large" loading={sign.isPending} onClick={() => sign.mutate()}>
          {t('hand.take.sign')}
        </Button>
      </FormActs>
    </>
  );
}
