import Button from 'antd/es/button';
import { useState } from 'react';
import { useSourceToken, type Source } from '../../../api/sources';
import { Dialog } from '../../../ui/Dialog';
import { FormActs } from '../../../ui/FormActs';
import { Moment } from '../../../ui/Moment';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { TokenSecret } from '../tokens/TokenSecret';
import { useText } from '../text';
import styles from './sources.module.css';

/** How a program sends to this source, and the token that it needs: shown this once. */
export function HookDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useText();
  const make = useSourceToken();
  const [isKept, setKept] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const { tokenMadeAt } = source;
  return (
    <Dialog
      title={t('hook.of', { name: source.name })}
      onClose={() => (make.data === undefined || isKept ? onClose() : setWarned(true))}
    >
      <ProblemAlert error={make.error} />
      <p>{t('hook.body')}</p>
      <p className={styles.address}>
        {t('hook.address')}{' '}
        <code>
          POST {location.origin}/api/v1/hooks/{source.id}
        </code>
      </p>
      {make.data ? (
        <TokenSecret
          secret={make.data.token}
          prefix="mbs_"
          warned={isWarned}
          onCopied={() => setKept(true)}
          onDone={onClose}
        />
      ) : (
        <>
          {tokenMadeAt === null ? (
            <p>{t('hook.none')}</p>
          ) : (
            <p>
              {t('hook.made')} <Moment at={tokenMadeAt} />
              <br />
              {t('hook.renew.body')}
            </p>
          )}
          <FormActs>
            <Button
              type="primary"
              danger={tokenMadeAt !== null}
              loading={make.isPending}
              onClick={() => make.mutate(source.id)}
            >
              {t(tokenMadeAt === null ? 'hook.make' : 'hook.renew')}
            </Button>
            <Button onClick={onClose}>{t('hook.close')}</Button>
          </FormActs>
        </>
      )}
    </Dialog>
  );
}
